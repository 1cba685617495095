import Foundation

/// The program run by somebody whom permissions bind: root is bound by none, so root becomes nobody.
enum Stranger {
  private static let nobody = 65_534

  static let isPossible =
    geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  static func run(_ words: [String], _ office: Office) throws -> Program.Run {
    guard geteuid() == 0 else { return try Program.safekeep.run(words, home: office.home) }
    // The build may lie where nobody may look.
    let program = office.home.path + "/program"
    try FileManager.default.copyItem(atPath: Program.safekeep.path, toPath: program)
    try give(office.home.path)
    return try Program(path: "/usr/bin/setpriv").run(
      ["--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", program] + words,
      home: office.home)
  }

  private static func give(_ directory: String) throws {
    let files = FileManager.default
    for name in try files.subpathsOfDirectory(atPath: directory) + [""] {
      try files.setAttributes(
        [.ownerAccountID: nobody, .groupOwnerAccountID: nobody],
        ofItemAtPath: name.isEmpty ? directory : directory + "/" + name)
    }
  }
}
