import Foundation
import Testing

/// What a person meets who mistypes, mistakes or misses something: sentences of ours, in their
/// language, with the next step.
@Suite struct PorchTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func run(_ words: String...) throws -> Program.Run {
    try Program.safekeep.run(words, home: home)
  }

  @Test func theParserSpeaksVietnamese() throws {
    for (words, said, command) in [
      (["case", "show"], "thiếu <mã-hồ-sơ>", "safekeep case show"),
      (
        ["log", "show", "--format", "xml"], "chọn một trong: table, plain, json",
        "safekeep log show"
      ),
      (
        ["log", "show", "--frm=3"], "không có tùy chọn --frm; có phải là --from?",
        "safekeep log show"
      ),
      (["log", "status", "Nguyễn"], "có tham số thừa", "safekeep log status"),
      (["log", "show", "--limit"], "thiếu giá trị sau --limit <n>", "safekeep log show"),
    ] {
      let run = try Program.safekeep.run(words + ["--lang", "vi"], home: home)
      #expect(run.status == 64)
      #expect(run.errors.contains(said), "\(run.errors)")
      #expect(run.errors.contains("xem: \(command) --help"), "\(run.errors)")
      #expect(!run.errors.contains("Nguyễn"))
    }
  }

  @Test func usageHasAReasonForPrograms() throws {
    #expect(
      try run("case", "show", "--json").errors
        == #"{"error":"usage","exit":64,"reason":"missing_argument"}"# + "\n")
    #expect(
      try run("log", "show", "--limit", "0", "--json").errors.contains(#""reason":"bad_limit""#))
  }

  @Test(arguments: ["vault create", "log show"]) func helpNamesNoDefaultInEnglish(
    command: String
  ) throws {
    let words = command.split(separator: " ").map(String.init) + ["--help", "--lang", "vi"]
    #expect(!(try Program.safekeep.run(words, home: home).output.contains("(default")))
  }

  // MARK: Making a vault

  private func create(_ options: String..., language: String = "en") throws -> Program.Run {
    try home.write("a long enough pass phrase\n", to: "pass")
    return try Program.safekeep.run(
      ["vault", "create", "--vault", "v/w", "--kdf", "low", "--passphrase-file", "pass"]
        + ["--lang", language] + options, home: home)
  }

  private static let header = "code,name_vi,name_en,kind,parent,valid_from,valid_to\n"

  @Test func aWrongTableOfPlacesIsToldInItsOwnLines() throws {
    try home.write(Self.header + "01,Hà Nội,Hanoi,province,,,\n", to: "p.csv")
    let english = try create("--places", "p.csv")
    #expect(english.status == 65)
    #expect(english.errors.contains("the table of places is wrong in line 2: province 01 differs"))
    let vietnamese = try create("--places", "p.csv", language: "vi")
    #expect(vietnamese.errors.contains("danh mục đơn vị hành chính không đúng ở dòng 2"))
    #expect(!FileManager.default.fileExists(atPath: home.path + "/v"))
    let folder = try create("--places", ".")
    #expect(folder.status == 66)
    #expect(folder.errors.contains("this is a directory"))
  }

  @Test func provincesAndCommunesAreTaken() throws {
    try home.write(
      Self.header + "79,Thành phố Hồ Chí Minh,Ho Chi Minh City,province,,2025-07-01,\n"
        + "26740,Phường Sài Gòn,Sai Gon Ward,commune,79,2025-07-01,\n", to: "p.csv")
    #expect(try create("--places", "p.csv").status == 0)
  }

  @Test func theHintNamesTheCommandThatFailed() throws {
    try home.write("taken", to: "seed")
    let run = try create("--seed-to", "seed")
    #expect(run.status == 73)
    #expect(run.errors.contains("safekeep vault create --vault DIR --seed-to FILE"))
  }
}
