// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it is built with a fuzzer's runtime, whose `main` and instrumentation must not become the
// program's. Scripts/fuzz builds all of it, ours too, with `-sanitize=fuzzer`.

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "safekeep", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "Sealing", package: "safekeep"),
        .product(name: "AuditLog", package: "safekeep"),
        .product(name: "Vault", package: "safekeep"),
        .product(name: "Casework", package: "safekeep"),
      ],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      // gold, which Swift takes by itself, stumbles over the runtime's debug information.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
  ]
)
