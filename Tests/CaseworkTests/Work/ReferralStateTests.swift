import Testing
import Vault

@testable import Casework

/// Every pair of states of a referral: in the table, and against the commands that would move it.
@Suite(.serialized) struct ReferralStateTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  @Test func theTableOfStates() {
    let allowed: Set<[ReferralState]> = [
      [.draft, .sent], [.draft, .revoked], [.sent, .accepted], [.sent, .rejected],
      [.sent, .revoked], [.accepted, .done], [.accepted, .revoked],
    ]
    for from in ReferralState.allCases {
      for to in ReferralState.allCases {
        #expect(from.next.contains(to) == allowed.contains([from, to]), "\(from) \(to)")
        let stop = from.stop(to: to, Book.builtIn)
        #expect((stop == nil) == allowed.contains([from, to]), "\(from) \(to)")
        if let stop { #expect(stop.names.map(\.text) == [from.rawValue]) }
      }
    }
  }

  /// Each command against a referral in each state, by whoever would give it.
  @Test func eachCommandInEachState() throws {
    let code = try desk.opened()
    try desk.office.act("social") { sender, own in
      try desk.office.act("police") { receiver, theirs in
        let desks = Desks(sender: sender, receiver: receiver, code: code)
        for from in ReferralState.allCases {
          for to in ReferralState.allCases where to != .draft {
            let referral = try desks.referral(in: from, own, theirs)
            try desks.check(referral, from, to, own, theirs)
          }
        }
      }
    }
  }

  /// Both ends of a referral, unlocked at once.
  private struct Desks {
    let sender: Casework
    let receiver: Casework
    let code: CaseCode

    func referral(
      in state: ReferralState, _ own: borrowing Session, _ theirs: borrowing Session
    ) throws -> RecordID {
      let answers: [String: FieldInput] = [
        "referral_to": .text("police"), "receiver": .text("police"),
        "purpose": .text("verification"), "fields": .list(["person.full_name"]),
        "provision": .text("L53_27_2"),
      ]
      _ = try sender.draft(FormInput(answers), of: code, as: own)
      let drafted = try sender.referrals(of: code, as: own).lines.last?.record
      let referral = try #require(drafted)
      let way: [ReferralState] =
        switch state {
        case .draft: []
        case .sent, .revoked: [state]
        case .accepted, .rejected: [.sent, state]
        case .done: [.sent, .accepted, .done]
        }
      for step in way { try take(referral, step, own, theirs) }
      return referral
    }

    func check(
      _ referral: RecordID, _ from: ReferralState, _ to: ReferralState, _ own: borrowing Session,
      _ theirs: borrowing Session
    ) throws {
      let isAllowed = from.next.contains(to)
      do {
        try take(referral, to, own, theirs)
        #expect(isAllowed, "\(from) \(to)")
      } catch CaseworkError.stopped(let stop) {
        #expect(!isAllowed && stop.reason == .referralState, "\(from) \(to)")
      } catch CaseworkError.noSuchRecord {
        // What was never sent to them, or has ended, they do not even see.
        #expect(!isAllowed && [.accepted, .rejected].contains(to), "\(from) \(to)")
      } catch CaseworkError.vault(.denied) {
        #expect(!isAllowed && [.accepted, .rejected].contains(to), "\(from) \(to)")
      }
      let now = try sender.referrals(of: code, as: own).lines.first { $0.record == referral }
      #expect(now?.state == (isAllowed ? to : from), "\(from) \(to)")
      if now?.state.isOpen == true { try take(referral, .revoked, own, theirs) }
    }

    private func take(
      _ referral: RecordID, _ state: ReferralState, _ own: borrowing Session,
      _ theirs: borrowing Session
    ) throws {
      switch state {
      case .draft: break
      case .sent: _ = try sender.send(referral, of: code, until: nil, for: .legal, as: own)
      case .accepted: _ = try receiver.accept(referral, of: code, as: theirs)
      case .rejected:
        let reply = FormInput(texts: ["reply": "không đủ người"])
        _ = try receiver.reject(referral, reply, of: code, as: theirs)
      case .done: _ = try sender.finish(referral, of: code, as: own)
      case .revoked: _ = try sender.revoke(referral, of: code, as: own)
      }
    }
  }
}
