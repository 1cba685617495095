import Foundation
import Testing
import Vault

@testable import safekeep

/// Every act that an entry of a case can have is a sentence for the person, in both languages: never a code.
@Suite struct AccessDeedTests {
  /// Act and outcome of every row of Format.md that can name a case.
  private static let rows: [(act: String, out: String)] = {
    let page = (try? Clone.text("Documentation/Format.md")) ?? ""
    let lines = page.split(separator: "\n")
    let start = lines.firstIndex { $0 == "### What each entry carries" } ?? lines.endIndex
    let table = lines[start...].prefix { !$0.hasPrefix("### What the directory") }
    return table.filter { $0.hasPrefix("| `") }.flatMap { line -> [(act: String, out: String)] in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count > 5, (cells[4] + cells[5]).contains("`rec`") else { return [] }
      let acts = cells[1].matches(of: /`([^`]+)`/).map { String($0.output.1) }
      return acts.flatMap(families).map { ($0, cells[3]) }
    }
  }()

  private static func families(_ act: String) -> [String] {
    guard act.hasSuffix(".*") else { return [act] }
    return CaseAct.allCases.map(\.rawValue).filter { $0.hasPrefix(act.dropLast()) }
  }

  @Test func theTableIsRead() {
    let acts = Set(Self.rows.map(\.act))
    #expect(Self.rows.count > 60)
    for act in ["case.step", "consent.withdraw", "approval.give", "case.link", "stay.extend"] {
      #expect(acts.contains(act), "\(act)")
    }
    // What the program writes in a case stands in the table.
    #expect(Set(CaseAct.allCases.map(\.rawValue)).subtracting(acts) == [])
  }

  @Test(arguments: Language.allCases) func everyActIsASentence(language: Language) {
    let words = language.words
    let unnamed = (words.accessDeed(AccessDeed("x.y")), words.accessTried(AccessDeed("x.y")))
    for row in Self.rows {
      let deed = AccessDeed(row.act)
      let told =
        switch row.out {
        case "ok": words.accessDeed(deed)
        case "denied": words.accessRefused(deed)
        default: words.accessTried(deed)
        }
      #expect(!told.contains { "().*_".contains($0) }, "\(told)")
      #expect(!told.contains(row.act) || row.act == "list" || row.act == "print", "\(told)")
      #expect(told != unnamed.0 && !told.hasPrefix(unnamed.1), "\(row.act) \(row.out)")
    }
  }

  /// A file that came from another office was not opened here anew.
  @Test(arguments: Language.allCases) func takingAFileOverIsNoOpening(language: Language) {
    let words = language.words
    let opened = words.accessDeed(AccessDeed("record.create"))
    #expect(words.accessDeed(AccessDeed("record.create", kind: "referral")) == opened)
    #expect(words.accessDeed(AccessDeed("record.create", kind: "transfer")) != opened)
  }

  @Test(arguments: Language.allCases) func anAnswerSaysToWhat(language: Language) {
    let words = language.words
    let asked = [
      "case.step", "stay.extend", "case.erase", "case.retract", "clock.moved", "emergency.open",
      "audit.reveal",
      nil,
    ]
    let told = asked.map { words.accessDeed(AccessDeed("approval.give", answered: $0)) }
    #expect(Set(told).count == asked.count)
    #expect(
      words.accessDeed(AccessDeed("case.step", isAsk: true))
        != words.accessDeed(AccessDeed("case.step")))
    #expect(
      words.accessDeed(AccessDeed("clock.moved", isAsk: true))
        != words.accessDeed(AccessDeed("clock.moved")))
  }

  /// What was destroyed is told as that, and by which decision: never as asked a second time.
  @Test(arguments: Language.allCases) func whatWasDestroyedIsTold(language: Language) {
    let words = language.words
    var told: Set<String> = []
    for act in ["case.erase", "case.retract"] {
      told.insert(words.accessDeed(AccessDeed(act)))
      told.insert(words.accessTried(AccessDeed(act)))
      told.insert(words.accessTried(AccessDeed(act, isOfRestore: true)))
    }
    for extent in DestroyedThing.Extent.allCases {
      for isOfRestore in [false, true] {
        let deed = words.accessDeed(
          AccessDeed(
            "case.erase", destroyed: DestroyedThing(extent, by: 210), isOfRestore: isOfRestore))
        #expect(deed.contains("210") && told.insert(deed).inserted)
        let bare = AccessDeed(
          "case.erase", destroyed: DestroyedThing(extent, by: nil), isOfRestore: isOfRestore)
        #expect(told.insert(words.accessDeed(bare)).inserted)
      }
    }
  }

  /// Whoever wrote it down took nothing back: the other office did.
  @Test(arguments: Language.allCases) func whatAnotherOfficeTookBackIsTold(language: Language) {
    let words = language.words
    let own = words.accessDeed(AccessDeed("referral.revoke"))
    let other = words.accessDeed(AccessDeed("referral.revoke", isTakenBack: true))
    let restored = words.accessDeed(AccessDeed("case.retract", isOfRestore: true))
    #expect(restored != words.accessDeed(AccessDeed("case.retract")))
    #expect(own != other && other.contains(language == .english ? "other office" : "cơ quan gửi"))
  }

  /// What a rule has to look at is not what the person keeps from somebody; to write is not to see.
  @Test(arguments: Language.allCases) func reasonsFitWhatWasWanted(language: Language) {
    let words = language.words
    let (look, write) = (AccessDeed("field.read"), AccessDeed("field.write"))
    for why in [Refusal.restricted, .fieldClass] {
      #expect(words.accessReason(why, look) != words.accessReason(why, write))
    }
    #expect(
      words.accessReason(.restricted, AccessDeed("case.step"))
        == words.accessReason(.restricted, write))
    #expect(words.reportReason(.restricted) != words.reportUnseen)
    for why in Refusal.allCases { #expect(!words.accessReason(why, write).isEmpty) }
  }
}
