import Vault

/// Links that contradict each other by way of other files: two files are of one person or of two, whoever links them
/// and however many lie between. Walked as far as this member reads the files.
extension Casework {
  /// The links of files, each looked at once.
  private struct Links {
    typealias Link = (kind: String, id: CaseID)
    var known: [CaseID: [Link]]

    /// More files than one person or family has.
    static let most = 100

    static func of(_ records: CaseRecords) -> [Link] {
      records.records(holding: "link.kind").compactMap { record in
        guard let kind = records.code("link.kind", in: record),
          case .bytes(let bytes) = records.given("link.case_ref", in: record)
        else { return nil }
        return CaseID(bytes: bytes).map { (kind, $0) }
      }
    }
  }

  func checkRound(_ pair: LinkDesk, _ session: borrowing Session) throws(CaseworkError) {
    var links = Links(known: [
      pair.file.id: Links.of(pair.file.records), pair.other.id: Links.of(pair.other.records),
    ])
    let one = try files(from: pair.file.id, by: ["same"], &links, session)
    let other = try files(from: pair.other.id, by: ["same"], &links, session)
    let isContrary: Bool
    switch pair.kind {
    case .same:
      isContrary = links.known.contains { id, links in
        links.contains { link in
          link.kind != "same"
            && (one.contains(id) && other.contains(link.id)
              || other.contains(id) && one.contains(link.id))
        }
      }
    case .relative: isContrary = !one.isDisjoint(with: other)
    case .dependant:
      // Nobody came with who came with them.
      let before = try files(
        from: pair.file.id, by: ["same", LinkKind.dependant.reverse], &links, session)
      isContrary = !before.isDisjoint(with: other)
    }
    guard isContrary == false else { throw .stopped(book.stop(.linkedRound, about: "link.kind")) }
  }

  /// The file, and all to which it leads by links of some kinds.
  private func files(
    from id: CaseID, by kinds: Set<String>, _ links: inout Links, _ session: borrowing Session
  ) throws(CaseworkError) -> Set<CaseID> {
    var (found, open): (Set<CaseID>, [CaseID]) = ([id], [id])
    while let next = open.popLast(), links.known.count < Links.most {
      if links.known[next] == nil {
        let fields = book.ids(PrincipalRow.looksAt)
        links.known[next] = try readable(fields, of: next, session).map(Links.of) ?? []
      }
      for link in links.known[next] ?? [] where kinds.contains(link.kind) {
        if found.insert(link.id).inserted { open.append(link.id) }
      }
    }
    return found
  }
}
