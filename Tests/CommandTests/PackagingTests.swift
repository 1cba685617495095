import Foundation
import Testing

@testable import safekeep

/// What an office gets that has no toolchain: programs, man pages and completions put in place and taken away,
/// and a package of each program.
@Suite(.serialized) struct PackagingTests {
  private let home: TemporaryHome
  private let programs = (Program.safekeep.path as NSString).deletingLastPathComponent
  private let root: String

  init() throws {
    home = try TemporaryHome()
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    self.root = root.path
  }

  /// The scripts call the toolchain, so its path gets through.
  private func run(_ script: String, _ words: [String]) throws -> Program.Run {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try Program(path: "\(root)/Scripts/\(script)").run(
      words, environment: ["PATH": path], home: home)
  }

  private func install(_ words: [String] = []) throws -> Program.Run {
    try run("install", ["--prefix", home.path + "/usr", "--programs", programs] + words)
  }

  private func files(_ folder: String) -> Set<String> {
    let paths = FileManager.default.enumerator(atPath: "\(home.path)/\(folder)")
    return Set((paths?.allObjects as? [String] ?? []).filter { isFile("\(folder)/\($0)") })
  }

  private func isFile(_ path: String) -> Bool {
    let url = URL(fileURLWithPath: "\(home.path)/\(path)")
    return (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(home.path)/\(path)", encoding: .utf8)
  }

  @Test func whatIsPutInPlaceIsTakenAwayAgain() throws {
    try home.write("mine", to: "usr/share/other")
    let installed = try install()
    #expect(installed.status == 0, "\(installed.errors)")
    let listed = Set(
      try text("usr/share/safekeep/installed").split(separator: "\n").map(String.init))
    #expect(files("usr") == listed.union(["share/safekeep/installed", "share/other"]))
    // A page for every command, in both languages, and each in its own.
    for command in ["safekeep", "safekeep.case.open", "safekeep.log.verify", "safekeep-verify"] {
      #expect(listed.contains("share/man/man1/\(command).1"))
      #expect(listed.contains("share/man/vi/man1/\(command).1"))
    }
    #expect(try text("usr/share/man/vi/man1/safekeep.case.open.1").contains("Lập hồ sơ"))
    #expect(try text("usr/share/man/man1/safekeep.case.open.1").contains("Open a case"))
    #expect(try text("usr/share/man/vi/man1/safekeep.1").contains("Show help") == false)
    for (shell, file) in [
      ("bash", "bash-completion/completions/safekeep"), ("zsh", "zsh/site-functions/_safekeep"),
      ("fish", "fish/vendor_completions.d/safekeep.fish"),
    ] {
      let script = try text("usr/share/\(file)")
      // Commands, stages and codes; a case code is sealed.
      for word in ["restriction", "in_process", "CAREMGT", "htcds", "identification", "clinical"] {
        #expect(script.contains(word), "\(shell): \(word)")
      }
    }
    for (folder, said) in [("man", "ever changes its meaning"), ("man/vi", "đổi nghĩa")] {
      let page = try text("usr/share/\(folder)/man7/safekeep-exit.7")
      #expect(page.contains(said), "\(page)")
      for status in safekeep.ExitStatus.allCases {
        #expect(page.contains(".B \(status.rawValue)\n"))
      }
      #expect(!page.contains("\"DATE\""))
    }
    let bash = try Program(path: "/bin/bash").run(
      ["-n", "usr/share/bash-completion/completions/safekeep"], home: home)
    #expect(bash.status == 0, "\(bash.errors)")
    let version = try Program(path: home.path + "/usr/bin/safekeep").run(["--version"], home: home)
    #expect(version.status == 0 && version.output == "safekeep \(ProgramVersion.text)\n")
    // Once more over what stands there, and away.
    #expect(try install().status == 0)
    #expect(try run("install", ["--remove", "--prefix", home.path + "/usr"]).status == 0)
    #expect(files("usr") == ["share/other"])
    #expect(try run("install", ["--remove", "--prefix", home.path + "/usr"]).status == 0)
  }

  /// What somebody else put there is theirs, also where a list says otherwise.
  @Test func nothingOfOthersIsTouched() throws {
    try home.write("theirs", to: "usr/bin/safekeep")
    let refused = try install()
    #expect(refused.status == 1 && refused.errors.contains("was not put by this script"))
    #expect(files("usr") == ["bin/safekeep"])
    #expect(try text("usr/bin/safekeep") == "theirs")
    try home.write("mine", to: "letter")
    try home.write("../letter\nbin/none\n", to: "usr/share/safekeep/installed")
    #expect(try run("install", ["--remove", "--prefix", home.path + "/usr"]).status == 0)
    #expect(try text("letter") == "mine")
    #expect(try run("install", ["--prefix"]).status == 64)
    #expect(try run("install", ["everything"]).status == 64)
  }

  @Test func aPackageOfEachProgram() throws {
    let made = try run("package", ["--programs", programs, "--to", home.path + "/out"])
    #expect(made.status == 0, "\(made.errors)")
    let packages = files("out").sorted()
    #expect(packages.count == 2)
    for (name, package) in zip(
      ["safekeep-verify", "safekeep"], packages.sorted { $0.count > $1.count })
    {
      #expect(package.hasPrefix(name + "_"))
      let unpacked = try Program(path: "/usr/bin/dpkg-deb").run(
        ["--extract", "out/\(package)", name], home: home)
      #expect(unpacked.status == 0, "\(unpacked.errors)")
      let version = try Program(path: "\(home.path)/\(name)/usr/bin/\(name)").run(
        ["--version"], home: home)
      #expect(version.output == "\(name) \(ProgramVersion.text)\n", "\(version.errors)")
      #expect(isFile("\(name)/usr/share/man/man1/\(name).1.gz"))
      #expect(isFile("\(name)/usr/share/man/vi/man1/\(name).1.gz"))
      #expect(isFile("\(name)/usr/share/man/man7/safekeep-exit.7.gz") == (name == "safekeep"))
      #expect(isFile("\(name)/usr/share/doc/\(name)/copyright"))
      let depends = try Program(path: "/usr/bin/dpkg-deb").run(
        ["--field", "out/\(package)", "Depends"], home: home
      ).output
      // The auditor's program links no SQLite.
      #expect(depends.contains("libsodium23") && depends.contains("libssl3"))
      #expect(depends.contains("libsqlite3-0") == (name == "safekeep"))
    }
  }
}
