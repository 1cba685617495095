import Foundation
import Testing

/// A picture at the command line: what it says is shown, and kept only where somebody decided so.
@Suite struct PictureCommandTests {
  private let office: Office
  private let code: String
  private let picture: [UInt8]

  init() throws {
    office = try Office()
    try office.open()
    try office.join("duc", as: "duty")
    try office.demand(["vault", "status"] + office.by("duc"))
    try office.join("mai", as: "social_worker")
    try office.home.write(
      #"{"reporter_kind":"self","full_name":"Trần Thị Ví Dụ","entry_path":"abroad"}"#,
      to: "open.json")
    let opened = try office.demand(
      ["case", "open", "--new", "--from", "open.json"] + office.by("mai"))
    code = try Office.field("case", opened.output)
    try office.home.write(
      #"{"case":"\#(code)","handed_over_by":"Công an phường"}"#, to: "said.json")
    picture = Self.png(said: Array("tEXtGPS 21.02".utf8))
    try put(picture, "anh.png")
  }

  private static func png(said: [UInt8]?) -> [UInt8] {
    func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(body.count)] + Array(type.utf8) + body + [0, 0, 0, 0]
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [1])
      + (said.map { chunk("tEXt", $0) } ?? []) + chunk("IDAT", [2]) + chunk("IEND", [])
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: office.home.path + "/" + name))
  }

  private func add(_ options: [String], lang: String = "en") throws -> Program.Run {
    try office.run(
      ["evidence", "add", code, "--file", "anh.png", "--from", "said.json", "--lang", lang]
        + options + office.by("mai"))
  }

  private func save(_ run: Program.Run, to name: String) throws -> [UInt8] {
    let record = try Office.field("record", run.output)
    try office.demand(
      ["evidence", "save", code, record, "--to", name, "--for", "HLEGAL"] + office.by("mai"))
    #expect(try office.home.mode(of: name) == 0o600)
    return [UInt8](try Data(contentsOf: URL(filePath: office.home.path + "/" + name)))
  }

  @Test(arguments: ["en", "vi"]) func somebodyHasToDecide(lang: String) throws {
    let run = try add([], lang: lang)
    #expect(run.status == 64 && run.errors.contains("--strip") && run.errors.contains("--original"))
    #expect(run.errors.contains(lang == "en" ? "nobody decided" : "chưa ai quyết định"))
    #expect(try add(["--strip", "--original"], lang: lang).status == 64)
  }

  @Test func itIsKeptWithoutWhatItSays() throws {
    let run = try add(["--strip"])
    #expect(run.status == 0 && run.output.contains("more\tyes"), "\(run.errors)")
    #expect(run.errors.contains("is not kept"))
    #expect(try save(run, to: "out.png") == Self.png(said: nil))
    // What is kept is not what was brought: the chain of custody says so.
    let list = ["evidence", "list", code, "--for", "CAREMGT"] + office.by("mai")
    #expect(try office.demand(list).output.contains("add.stripped"))
  }

  @Test func itIsKeptAsItIs() throws {
    let run = try add(["--original"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try save(run, to: "out.png") == picture)
    let list = ["evidence", "list", code, "--for", "CAREMGT"] + office.by("mai")
    #expect(try office.demand(list).output.contains("add.stripped") == false)
  }

  @Test func aPictureThatSaysNothingNeedsNoDecision() throws {
    try put(Self.png(said: nil), "anh.png")
    let run = try add([])
    #expect(run.status == 0 && !run.output.contains("more\t"), "\(run.errors)")
  }

  /// It was read, shown and stripped: all that is wrong is its name.
  @Test(arguments: [("en", "of another kind"), ("vi", "thuộc loại khác")])
  func onePictureUnderTheNameOfAnother(lang: String, said: String) throws {
    try put(picture, "anh.jpg")
    let run = try office.run(
      ["evidence", "add", code, "--file", "anh.jpg", "--from", "said.json", "--strip"]
        + ["--lang", lang] + office.by("mai"))
    #expect(run.status == 0 && run.errors.contains(said), "\(run.errors)")
    #expect(!run.errors.contains(lang == "en" ? "is none that can" : "không đọc được như ảnh"))
  }

  @Test func whatIsNoFileIsToldAsWhatItIs() throws {
    try FileManager.default.createDirectory(
      atPath: office.home.path + "/folder", withIntermediateDirectories: false)
    for (file, said) in [("folder", "directory"), ("/dev/null", "pipe or a device")] {
      let run = try office.run(
        ["evidence", "add", code, "--file", file, "--from", "said.json", "--lang", "en"]
          + office.by("mai"))
      #expect(run.status == 66 && run.errors.contains(said), "\(run.errors)")
      #expect(!run.errors.contains("standard input"), "\(run.errors)")
    }
  }

  /// A picture that leaves the vault does not land where nobody looks for it.
  @Test func aHyphenIsNoFile() throws {
    let record = try Office.field("record", try add(["--strip"]).output)
    let run = try office.run(
      ["evidence", "save", code, record, "--to", "-", "--for", "HLEGAL"] + office.by("mai"))
    #expect(run.status == 64 && run.errors.contains("standard output"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/-"))
  }

  /// Other programs show it, with all that it says.
  @Test(arguments: [("en", "to its end"), ("vi", "đến hết")])
  func oneThatIsCutIsKeptOnlyWhereSomebodyDecided(lang: String, said: String) throws {
    try put(Array(picture.dropLast(3)), "anh.png")
    #expect(try add(["--strip"]).status == 65)
    let refused = try add([], lang: lang)
    #expect(refused.status == 64 && refused.errors.contains(said), "\(refused.errors)")
    let run = try add(["--original"])
    #expect(run.status == 0 && run.errors.contains("called a picture"), "\(run.errors)")
  }

  /// 65, for the log is sound; nothing half written is left, and the log says which case.
  @Test func aFileThatIsChangedInTheVaultIsNotGivenOut() throws {
    let run = try add(["--strip"])
    let record = try Office.field("record", run.output)
    try office.tamper("UPDATE evidence_part SET sealed=zeroblob(65553)")
    let refused = try office.run(
      ["evidence", "save", code, record, "--to", "out.png", "--for", "HLEGAL"] + office.by("mai"))
    #expect(refused.status == 65, "\(refused.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: office.home.path).filter {
        $0.hasPrefix("out.png")
      } == [])
    let verified = try office.run(["log", "verify"] + office.by("minh"))
    #expect(
      verified.status == 20 && verified.output.contains("case.evidence"), "\(verified.output)")
  }
}
