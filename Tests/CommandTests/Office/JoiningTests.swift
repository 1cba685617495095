import Foundation
import Testing

/// How an office comes together, with the real binary from the first command on.
@Suite struct JoiningTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func aWholeOfficeComesTogether() throws {
    try office.open()
    for (handle, role) in [
      ("hoa", "duty"), ("kim", "auditor"), ("an", "social_worker"), ("thu", "health_staff"),
    ] {
      try office.join(handle, as: role)
    }
    for handle in ["lan", "hoa", "kim", "an", "thu"] {
      let list = try office.demand(["staff", "list"] + office.by(handle)).output
      let rows = list.split(separator: "\n").map { $0.split(separator: "\t").prefix(3) }
      #expect(
        rows.map { $0.joined(separator: " ") } == [
          "lan admin active", "minh lead active", "hoa duty active", "kim auditor active",
          "an social_worker active", "thu health_staff active",
        ])
    }
    let status = try office.demand(["vault", "status"] + office.by("hoa"))
    #expect(try Office.field("missing", status.output) == "")
    #expect(try Office.field("keys_due", status.output) == "")
    #expect(status.errors.contains("ready: a lead and a duty officer have enrolled"))
  }

  /// The communes of the province come with the office; a table that is none is refused with its row,
  /// and nothing is made.
  @Test func theTableOfCommunesIsTakenOrRefusedWhole() throws {
    let header = "code,name_vi,name_en,kind,parent,valid_from,valid_to\n"
    try office.home.write(
      header + "00004,Phường Ba Đình,Ba Dinh Ward,commune,99,2025-07-01,\n", to: "wrong.csv")
    try office.write(["lan"])
    let create = ["vault", "create", "--kdf", "low"] + office.secret("lan")
    let refused = try office.run(create + ["--places", "wrong.csv"])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("in line 2: there is no province 99"))
    let missing = try office.run(create + ["--places", "none.csv"])
    #expect(missing.status == 66)
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/office"))
    try office.home.write(
      header + "00004,Phường Ba Đình,Ba Dinh Ward,commune,01,2025-07-01,\n", to: "right.csv")
    try office.demand(create + ["--places", "right.csv"])
  }

  /// Epoch 0 of a role is made by its first holder: whoever admits the first is told what comes next,
  /// and so is whoever opens a case too early.
  @Test func theFirstHolderIsToldToMakeTheKey() throws {
    try office.open()
    try office.enrol("hoa", code: office.invite("hoa", as: "duty"))
    try office.demand(["staff", "admit", "hoa", "--confirm", "hoa"] + office.by("lan"))
    let admitted = try office.demand(
      ["staff", "admit", "hoa", "--confirm", "hoa"] + office.by("minh"))
    #expect(admitted.errors.contains("next, by hoa, to make the key of the role"))
    try office.home.write("{}", to: "arrival.json")
    let open = ["case", "open", "--from", "arrival.json"] + office.by("minh")
    let early = try office.run(open)
    #expect(early.status == 1)
    #expect(early.errors.contains("such as safekeep vault status --as HANDLE"))
    let told = try office.run(open + ["--lang", "vi"])
    #expect(told.errors.contains("mỗi người tự chạy một lệnh để tạo khóa"))
    try office.demand(["vault", "status"] + office.by("hoa"))
    try office.demand(open)
    // The second of a role makes nothing.
    try office.enrol("kim", code: office.invite("kim", as: "duty"))
    try office.demand(["staff", "admit", "kim", "--confirm", "kim"] + office.by("lan"))
    let second = try office.demand(
      ["staff", "admit", "kim", "--confirm", "kim"] + office.by("minh"))
    #expect(!second.errors.contains("to make the key"))
  }

  /// A statistician who comes after the first case: what is due is counted, done and said.
  @Test func whoComesLateIsGivenTheKeysOfBefore() throws {
    try office.open()
    try office.join("hoa", as: "duty")
    try office.demand(["vault", "status"] + office.by("hoa"))
    try office.home.write("{}", to: "arrival.json")
    try office.demand(["case", "open", "--from", "arrival.json"] + office.by("minh"))
    try office.join("thu", as: "statistician")
    let before = try office.demand(["vault", "status"] + office.by("thu"))
    #expect(try Office.field("cases_due", before.output) == "1")
    #expect(before.errors.contains("1 case is not open to the statistician yet"))
    let lead = try office.demand(["vault", "status", "--lang", "vi"] + office.by("minh"))
    #expect(lead.errors.contains("đã trao cho cán bộ thống kê khóa của 1 hồ sơ"))
    #expect(try Office.field("cases_due", lead.output) == "0")
  }

  /// Both seeds exist as shares alone, on a sheet in a file of their own, for their owner alone.
  @Test func theSeedsArePutAway() throws {
    try office.open()
    for name in ["office.root-seed", "office.recovery-seed"] {
      #expect(try office.home.mode(of: name) == 0o600)
      let text = try String(contentsOfFile: office.home.path + "/" + name, encoding: .utf8)
      let shares = text.components(separatedBy: "\n\n").map {
        $0.split { $0 == " " || $0 == "\n" }
      }
      #expect(shares.map(\.first) == ["1/3", "2/3", "3/3"])
      #expect(shares.allSatisfy { $0.count == 34 } && Set(shares.map { $0[20] }).count > 1)
    }
  }

  /// No seed is made that has nowhere to go, and the lead can name another place.
  @Test func aSeedWithoutAPlaceIsNotMade() throws {
    try office.enrol("minh", code: office.found())
    try office.demand(["staff", "admit", "minh", "--confirm", "minh"] + office.by("lan"))
    try office.home.write("mine", to: "office.recovery-seed")
    let refused = try office.run(["vault", "status"] + office.by("minh"))
    #expect(refused.status == 73)
    #expect(refused.errors.contains("no seed was made"))
    #expect(
      try String(contentsOfFile: office.home.path + "/office.recovery-seed", encoding: .utf8)
        == "mine")
    try office.demand(["vault", "status", "--seed-to", "other"] + office.by("minh"))
    #expect(try office.home.mode(of: "other") == 0o600)
  }

  @Test func theAdministratorAloneAdmitsNobodyButTheFirstLead() throws {
    try office.open()
    try office.enrol("hoa", code: office.invite("hoa", as: "duty"))
    #expect(try standing("hoa") == "enrolled")
    let first = try office.demand(
      ["staff", "admit", "hoa", "--confirm", "hoa"] + office.by("lan"))
    #expect(first.errors.contains("next, by the lead"))
    #expect(try standing("hoa") == "waiting")
    try office.demand(["staff", "admit", "hoa", "--confirm", "hoa"] + office.by("minh"))
    #expect(try standing("hoa") == "active")
  }

  @Test func whoWaitsIsInTheStatus() throws {
    try office.open()
    _ = try office.invite("an", as: "social_worker")
    try office.enrol("kim", code: office.invite("kim", as: "auditor"))
    try office.enrol("hoa", code: office.invite("hoa", as: "duty"))
    try office.demand(["staff", "admit", "hoa", "--confirm", "hoa"] + office.by("lan"))
    let status = try office.demand(["vault", "status"] + office.by("lan")).output
    let rows = status.components(separatedBy: "\n\n").last ?? ""
    let waiting = rows.split(separator: "\n").map {
      $0.split(separator: "\t").dropFirst().joined(separator: " ")
    }
    #expect(waiting == ["invited an social_worker", "enrolled kim auditor", "role hoa duty"])
    #expect(try Office.field("missing", status) == "duty")
  }

  /// A fingerprint that is not the one of the key stops the admission, and nothing is written.
  @Test func anotherFingerprintIsNotAdmitted() throws {
    try office.open()
    let fingerprint = try office.enrol("hoa", code: office.invite("hoa", as: "duty"))
    let wrong = try office.run(
      ["staff", "admit", "hoa", "--confirm", "0000 0000 0000 0000 0000"] + office.by("lan"))
    #expect(wrong.status == 64)
    #expect(try standing("hoa") == "enrolled")
    try office.demand(["staff", "admit", "hoa", "--confirm", fingerprint] + office.by("lan"))
    #expect(try standing("hoa") == "waiting")
  }

  /// Enrolled is not admitted: until then there is nothing to see, and the try is written down.
  @Test func whoIsNotAdmittedSeesNothing() throws {
    try office.open()
    try office.enrol("hoa", code: office.invite("hoa", as: "duty"))
    for words in [["staff", "list"], ["vault", "status"], ["log", "show"], ["log", "verify"]] {
      let run = try office.run(words + office.by("hoa") + ["--json"])
      #expect(run.status == 77)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix(#"{"error":"denied","entry":"#))
      #expect(run.errors.hasSuffix(#","exit":77,"why":"role"}"# + "\n"))
    }
  }

  private func standing(_ handle: String) throws -> String {
    let rows = try office.demand(["staff", "list"] + office.by("lan")).output
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    return String(try #require(rows.first { $0.first.map(String.init) == handle })[2])
  }
}
