/// A case that is to be made into a file for another vault.
public struct TransferOrder: Sendable {
  public var part: TransferPart
  public var card: VaultCard
  public var lists: TransferLists
  /// The code of the case, for the receiver's record of where it came from.
  public var code: String
  /// What is recorded with it: the release and its lawful basis.
  public var records: [RecordChange]
  /// What the lead's file is handed over on; the second rests on the same.
  public var basis: TransferBasis?
  /// Fields that the basis does not give. The file holds every kept version of everything: a value that was
  /// taken back since would leave in its history.
  public var unnamed: Set<FieldID> = []
  /// The same of single records.
  public var unnamedOf: [RecordID: Set<FieldID>] = [:]
  /// What names a place that does not go, in any version.
  public var naming: NamedPlaces?
  /// Whether those are left out of the file, in every version; else the file is not made where any was given.
  public var leavesOut = false
  /// The field of the status, and the codes from which a case may go; nil where Casework looked itself. Who makes the
  /// second file looks at nothing of the case.
  public var going: (status: FieldID, from: Set<String>)?
  /// The version of the case that the rules were held against; nil for any.
  public var since: UInt64?

  public init(
    _ part: TransferPart, of code: String, to card: VaultCard, lists: TransferLists,
    records: [RecordChange] = [], since: UInt64? = nil
  ) {
    (self.part, self.card, self.lists, self.code) = (part, card, lists, code)
    (self.records, self.since) = (records, since)
  }
}

extension TransferOrder {
  /// What is recorded with it, under names that the file says too.
  var named: [RecordChange] {
    records.map { change in
      var change = change
      if change.target == .new, change.name == nil { change.name = .makeRandom() }
      return change
    }
  }

  /// What goes of these records.
  ///
  /// - Parameter leftOut: the fields of which anything was given and does not go.
  func leavingOut(of records: [ParcelRecord], _ leftOut: inout Set<FieldID>) -> [ParcelRecord] {
    let told = naming?.leavingOut(of: records, &leftOut) ?? records
    return told.compactMap { record in
      let names = unnamed.union(unnamedOf[record.id] ?? [])
      leftOut.formUnion(names.filter { record.everGave([$0]) })
      return record.without(names)
    }
  }
}
