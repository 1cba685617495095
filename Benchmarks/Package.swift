// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it calls C without the house's walls, as the bare measure of what the house is built from, and
// what it needs must not become a need of the program.

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "safekeep", path: "..")],
  targets: [
    .systemLibrary(
      name: "BareSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "BareSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(name: "Bare"),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "BareSodium", "BareSQLite", .product(name: "Sealing", package: "safekeep"),
        .product(name: "AuditLog", package: "safekeep"),
        .product(name: "Vault", package: "safekeep"),
        .product(name: "Casework", package: "safekeep"),
      ]),
  ]
)
