import Foundation
import Testing

@testable import safekeep

/// Slips of the keyboard, and files that are none: said plainly, and never taken for "nothing waits".
@Suite struct SlipTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
  }

  private func list(_ words: [String]) throws -> Program.Run {
    try office.run(["case", "list", "--lang", "en"] + words + office.by("mai"))
  }

  @Test func aFilterThatIsNoneIsRefused() throws {
    for (words, said) in [
      (["--clock", "bar"], "overdue"), (["--status", "bar"], "in_process"),
      (["--stage", "bar"], "verification"),
    ] {
      let run = try list(words)
      #expect(run.status == 64 && run.errors.contains(said), "\(run.errors)")
    }
    let office = try list(["--office", "foo"])
    #expect(office.status != 0 && office.errors.contains("place code"), "\(office.errors)")
    let owner = try list(["--owner", "nobody"])
    #expect(owner.status == 0 && owner.errors.contains("handle written"), "\(owner.errors)")
    #expect(try list([]).errors.contains("handle written") == false)
  }

  /// It is read more than once, and nobody may ever write into a pipe.
  @Test func aPipeIsNoRegister() throws {
    let made = unsafe mkfifo(office.home.path + "/pipe", 0o600)
    #expect(made == 0)
    let run = try office.run(["intake", "import", "pipe", "--lang", "en"] + office.by("mai"))
    #expect(run.status == 66 && run.errors.contains("pipe or a device"), "\(run.errors)")
    let folder = try office.run(["intake", "import", ".", "--lang", "en"] + office.by("mai"))
    #expect(folder.status == 66 && folder.errors.contains("directory"), "\(folder.errors)")
  }

  @Test func aTableOfColumnsSaysWhatIsWrongWithIt() throws {
    try office.home.write("received_at,Khác\n2026-09-01T08:00+07:00,x\n", to: "r.csv")
    try office.home.write("\u{FEFF}theirs,ours\n", to: "bom.csv")
    try office.home.write("theirs,ours\nKhac,phone\n", to: "slip.csv")
    let words = ["intake", "import", "r.csv", "--check", "--lang", "en", "--map"]
    let bom = try office.run(words + ["bom.csv"] + office.by("mai"))
    #expect(bom.status == 65 && bom.errors.contains("byte order mark"), "\(bom.errors)")
    let slip = try office.run(words + ["slip.csv"] + office.by("mai"))
    #expect(slip.errors.contains("line 2 of the table of columns"), "\(slip.errors)")
  }

  /// The page was looked at for, and has its entry: only the file is not there.
  @Test func aPageThatCannotBeWrittenSaysSo() throws {
    let faults = try Faults()
    func print(_ number: Int) throws -> Program.Run? {
      try faults.run(
        ["print", "form", "reception", "--to", "f\(number).html", "--lang", "en"]
          + office.by("mai"), of: office, failing: .init(kind: .write, number: number))
    }
    // How many writes there are: the last of them is what is said at the end.
    var (some, none) = (0, 256)
    while none - some > 1 {
      let middle = (some + none) / 2
      if try print(middle) == nil { none = middle } else { some = middle }
    }
    let told = try (max(1, some - 6)...some).compactMap { number -> String? in
      guard let run = try print(number), run.status == 74 else { return nil }
      let isThere = FileManager.default.fileExists(atPath: "\(office.home.path)/f\(number).html")
      return isThere ? nil : run.errors
    }
    #expect(told.contains { $0.contains("no file was left") }, "\(told)")
  }
}
