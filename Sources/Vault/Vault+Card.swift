import AuditLog
import Sealing

extension Vault {
  /// The card of this vault, to be given to other offices; giving it out is an entry.
  ///
  /// - Parameter office: what people call the office.
  /// - Throws: `.card(.office)` for a name that does not fit on a line; `officersMissing` where there is
  ///   no lead or no duty officer to seal to.
  public func card(
    office: String? = nil, as session: borrowing Session
  ) throws(VaultError) -> GivenCard {
    let name = try office.map { text throws(VaultError) in try VaultCard.office(text[...]) }
    return try act(as: session) { context throws(VaultError) -> Ruling<GivenCard> in
      let kind = "card"
      guard let role = context.role(for: .giveCard) else {
        return try context.refuse(Act.export, .role) { $0.kind = kind }
      }
      let card = try context.directory.card(of: id, office: name)
      let seq = try context.append(Act.export) { entry in
        (entry.kind, entry.sum, entry.role) = (kind, card.digest, role.rawValue)
      }
      return .allowed(GivenCard(card: card, entry: seq))
    }
  }
}

extension Directory {
  /// The card as the log has it now.
  func card(of vault: Identifier, office: String?) throws(VaultError) -> VaultCard {
    guard let lead = epoch(of: .lead), let duty = epoch(of: .duty), let root = roster.root,
      let rootKey = roster.key(of: ActorID(root))
    else { throw .officersMissing }
    var signers: [VaultCard.Signer] = []
    for member in roster.members where member.suspended == nil {
      guard let key = roster.key(of: member.actor) else { continue }
      for role in VaultCard.signing where roles(of: MemberID(member.id)).contains(role) {
        signers.append(VaultCard.Signer(role: role, key: key))
      }
    }
    return VaultCard(
      vault: vault, office: office, root: rootKey,
      lead: VaultCard.Epoch(number: lead.number, box: lead.box),
      duty: VaultCard.Epoch(number: duty.number, box: duty.box),
      signers: VaultCard.sorted(signers))
  }
}
