/// What somebody did with a file, and what they wanted and were refused, in sentences for the person. A test
/// holds them against every act that an entry of a case can have.
extension English {
  private static let accessDeeds: [String: String] = [
    "field.read": "looked at it",
    "field.write": "wrote in it",
    "field.reseal": "sealed a field anew, so that what you restricted is kept",
    "record.create": "opened the file",
    "case.step": "moved it to its next status",
    "case.transfer": "made a copy for another office, to hand the file over to it",
    "case.receive": "took it in from another office",
    "case.retract": "took back an entry that did not belong in it",
    "case.erase": "asked that it be erased",
    "case.link": "linked it to another file",
    "stay.extend": "asked that the stay be lengthened",
    "clock.overdue": "wrote down that a time limit has passed",
    "clock.moved": "corrected a date, and a time limit ends later by it",
    "key.wrap": "gave its keys to somebody whose work it is to read it",
    "key.rotate": "renewed its keys",
    "key.destroy": "destroyed its keys here, because another office has it now",
    "restriction.set": "wrote down that you want something in it kept from others",
    "restriction.lift": "wrote down that you lifted such a restriction",
    "consent.record": "wrote down what you agreed to",
    "consent.withdraw": "wrote down that you no longer agree to something",
    "referral.draft": "prepared a referral",
    "referral.send": "sent a referral",
    "referral.receive": "received a referral",
    "referral.accept": "wrote down that a referral was accepted",
    "referral.reject": "wrote down that a referral was not accepted",
    "referral.done": "wrote down that a referral was carried out",
    "referral.revoke": "took back a referral",
    "draft.save": "kept, sealed for themselves alone, what they had begun to write in it",
    "draft.open": "opened again what they had begun to write in it",
    "draft.drop": "threw away what they had begun to write in it",
    "request.record": "wrote down what you asked for about your own data",
    "request.answer": "wrote down the answer to what you asked for",
    "evidence.add": "put a file into it",
    "evidence.list": "looked at which files are in it",
    "evidence.save": "took a file out of it as a copy",
    "emergency.open": "opened it in an emergency, or asked to",
    "emergency.close": "ended an emergency access",
    "emergency.review": "examined an emergency access",
    "audit.export": "made this list for you",
    "audit.reveal": "asked, as an auditor, which file this is",
    "export": "took out a copy",
    "print": "printed from it",
    "list": "had it in a list",
    "due": "had it in a list of time limits",
    "search.hit": "was told, when they looked for somebody, that there is a file",
  ]

  private static let accessWishes: [String: String] = [
    "field.read": "look at it",
    "field.write": "write in it",
    "field.reseal": "seal a field anew",
    "record.create": "open a file",
    "case.step": "change its status",
    "case.transfer": "hand it over to another office",
    "case.receive": "take it in from another office",
    "case.retract": "take back an entry that did not belong in it",
    "case.erase": "have it erased",
    "case.link": "link it to another file",
    "stay.extend": "have the stay lengthened",
    "stats": "count it among the figures of the office",
    "clock.overdue": "write down that a time limit has passed",
    "clock.moved": "correct a date by which a time limit ends later",
    "key.wrap": "give its keys to somebody",
    "key.rotate": "renew its keys",
    "key.destroy": "destroy its keys here",
    "assign.add": "give the file to somebody",
    "assign.remove": "take the file from somebody",
    "excerpt.give": "share some of it",
    "excerpt.end": "end what somebody could read",
    "restriction.set": "write down a restriction in it",
    "restriction.lift": "lift a restriction in it",
    "consent.record": "write down a consent",
    "consent.withdraw": "write down that you no longer agree to something",
    "referral.draft": "prepare a referral",
    "referral.send": "send a referral",
    "referral.receive": "receive a referral",
    "referral.accept": "accept a referral",
    "referral.reject": "turn a referral down",
    "referral.done": "write down that a referral was carried out",
    "referral.revoke": "take back a referral",
    "draft.save": "keep what they had begun to write in it",
    "draft.open": "go on with what they had begun to write in it",
    "draft.drop": "throw away what they had begun to write in it",
    "request.record": "write down what you asked for about your own data",
    "request.answer": "write down the answer to what you asked for",
    "approval.give": "agree to what somebody asked",
    "approval.refuse": "turn down or take back what was asked",
    "evidence.add": "put a file into it",
    "evidence.list": "see which files are in it",
    "evidence.save": "take a file out of it as a copy",
    "emergency.open": "open it in an emergency",
    "emergency.close": "end an emergency access",
    "emergency.review": "examine an emergency access",
    "audit.export": "have this list",
    "audit.reveal": "learn which file this is",
    "export": "take out a copy",
    "print": "print from it",
    "list": "see it in a list",
    "due": "see it in a list of time limits",
    "search.hit": "be told whether there is a file",
  ]

  func accessDeed(_ deed: AccessDeed) -> String {
    let other = deed.subject ?? "somebody"
    if let destroyed = deed.destroyed { return accessDestroyed(destroyed, deed) }
    switch deed.act {
    case "assign.add": return "gave the file to \(other)"
    case "assign.remove": return "took the file from \(other)"
    case "excerpt.give": return "let \(other) read copies of some of it"
    case "excerpt.end": return "ended what \(other) could read"
    case "case.step" where deed.isAsk: return "asked a second person to agree to its next status"
    case "clock.moved" where deed.isAsk:
      return "asked a second person to agree that a date be corrected"
    case "record.create" where deed.isTakingOver: return "took the file over from another office"
    case "referral.revoke" where deed.isTakenBack:
      return
        "wrote down that the other office took its referral back, and what came with it is not used any more"
    case "vault.restore":
      return
        "put the records of the office back from a copy: your file came back without its key, and nobody can open it until a copy with the key is put back"
    case "case.retract" where deed.isOfRestore:
      return
        "put the records of the office back from a copy: an entry that had been taken back before was put out of sight again"
    case "approval.give": return accessAnswer(deed, gives: true)
    case "approval.refuse": return accessAnswer(deed, gives: false)
    default: return Self.accessDeeds[deed.act] ?? "did something else with it"
    }
  }

  /// What was destroyed: told as done, and by whose decision.
  private func accessDestroyed(_ thing: DestroyedThing, _ deed: AccessDeed) -> String {
    let what =
      switch thing.extent {
      case .file: "the file"
      case .part: "a part of it"
      case .entry: "an entry that did not belong in it"
      }
    let decision = thing.decision.map { " in entry \($0)" } ?? ""
    return deed.isOfRestore
      ? "put the records of the office back from a copy\(decision): \(what), destroyed before, was destroyed again"
      : "carried out the decision\(decision): \(what) was destroyed"
  }

  /// To what the second person agreed, or did not.
  private func accessAnswer(_ deed: AccessDeed, gives: Bool) -> String {
    let asked: String
    switch deed.answered {
    case "audit.reveal" where gives: return "told an auditor which file this is"
    case "case.step": asked = "its next status"
    case "stay.extend": asked = "a longer stay"
    case "clock.moved": asked = "a date being corrected"
    case "case.erase": asked = "its being erased"
    case "case.retract": asked = "an entry that did not belong in it being destroyed"
    case "emergency.open": asked = "its being opened in an emergency"
    default: asked = "what somebody asked about it"
    }
    return
      (gives
      ? "agreed, as the second person, to "
      : "turned down, as the second person, or took back what had been asked: ") + asked
  }

  func accessRefused(_ deed: AccessDeed) -> String { accessTried(deed) + " and was refused" }
  func accessTried(_ deed: AccessDeed) -> String {
    if deed.isOfRestore {
      return
        "put the records of the office back from a copy, in which what had been destroyed was to be destroyed again"
    }
    return "wanted to " + (Self.accessWishes[deed.act] ?? "do something else with it")
  }

  func accessReason(_ why: Refusal, _ deed: AccessDeed) -> String {
    switch why {
    case .notAssigned: "your file is not given to them"
    case .fieldClass:
      deed.isLook
        ? "their work does not allow them to see this"
        : "their work does not allow them to change this"
    case .restricted:
      deed.isOfPerson
        ? "you asked that it be kept from them"
        : "they may not see something that has to be looked at for this"
    case .purpose: "they named no reason that would allow it"
    case .consent: "you have not agreed to it"
    case .state: "it could not be done at that time"
    case .secondPerson: "another person has to agree to it"
    case .expired: "what had allowed it was over"
    case .tampered: "what is stored is not as it should be"
    case .suspended: "they no longer work with the files"
    case .role, .passphrase: "their work does not allow it"
    }
  }
}
