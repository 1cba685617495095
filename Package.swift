// swift-tools-version: 6.2
import PackageDescription

/// The same rules in every room: unsafe code says so, an import is private unless it says `public`,
/// and a warning is a mistake.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "safekeep",
  products: [
    .executable(name: "safekeep", targets: ["safekeep"]),
    .executable(name: "safekeep-verify", targets: ["safekeep-verify"]),
    // For Benchmarks/ and Fuzz/, which are packages of their own.
    .library(name: "Sealing", targets: ["Sealing"]),
    .library(name: "AuditLog", targets: ["AuditLog"]),
    .library(name: "Vault", targets: ["Vault"]),
    .library(name: "Casework", targets: ["Casework"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    // The ground: other people's C, seen through a header each.
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLinux"),

    // Two stones that know nothing of people.
    .target(name: "Sealing", dependencies: ["CSodium", "COpenSSL"], swiftSettings: house),
    .target(name: "AuditLog", dependencies: ["Sealing"], swiftSettings: house),

    // The one door, and the room behind it.
    .target(name: "Vault", dependencies: ["Sealing", "AuditLog", grdb], swiftSettings: house),
    .target(
      name: "Casework", dependencies: ["Vault"],
      resources: [.embedInCode("Rules")], swiftSettings: house),

    // The porch, and the auditor's side door.
    .executableTarget(
      name: "safekeep", dependencies: ["Casework", "Vault", "Sealing", "CLinux", arguments],
      swiftSettings: house),
    .executableTarget(
      name: "safekeep-verify", dependencies: ["AuditLog", arguments], swiftSettings: house),

    .testTarget(name: "SealingTests", dependencies: ["Sealing"], swiftSettings: house),
    .testTarget(
      name: "AuditLogTests", dependencies: ["AuditLog", "Sealing", "safekeep", "safekeep-verify"],
      swiftSettings: house),
    .testTarget(
      name: "VaultTests", dependencies: ["Vault", "AuditLog", "Sealing", grdb],
      swiftSettings: house),
    .testTarget(
      name: "CaseworkTests", dependencies: ["Casework", "Vault", "AuditLog", "Sealing"],
      swiftSettings: house),
    .testTarget(
      name: "CommandTests",
      dependencies: ["safekeep", "safekeep-verify", "Casework", "Vault", "Sealing", "CLinux"],
      exclude: ["Transcripts", "Faults/faults.c"], swiftSettings: house),
    .testTarget(name: "HouseTests", swiftSettings: house),
  ]
)
