import AuditLog

/// Goes through an export once. Entries are read and followed in order on one thread; their signatures,
/// which take most of the time, are checked on all of them.
struct Examination {
  let folder: ExportFolder
  let trust: ExportTrust

  /// Signatures that one task checks: some thirty milliseconds of work, and half a megabyte.
  private static let batch = 512
  /// Tasks that may be under way. More would only fill memory.
  private static let ahead = 6

  func outcome() async -> Outcome {
    do {
      return .fits(try await verdict())
    } catch {
      if let path = error.finding.path, folder.isUnreadable(path) { return .unreadable }
      if error.finding.isNoExport { return .noExport(error.finding) }
      // What is wrong with what was brought says nothing of the log.
      if error.finding.isOfPin { return .badFile(.pin, error.finding.fault) }
      return .broken(error.finding, error.reach)
    }
  }

  private struct Stop: Error {
    let finding: ExportFinding
    let reach: ExportReach
  }

  private func verdict() async throws(Stop) -> ExportVerdict {
    let result = await withTaskGroup(of: Finding?.self) { group in
      await examine(&group)
    }
    return try result.get()
  }

  private func examine(_ group: inout TaskGroup<Finding?>) async -> Result<ExportVerdict, Stop> {
    var found: ExportFinding?
    var (reached, from) = (0, 0)
    var (held, cosigned) = ([Int](), [Int]())
    do throws(ExportFinding) {
      let folder = self.folder
      var verifier = try ExportVerifier(paths: folder.paths, trust: trust) { folder.bytes(at: $0) }
      from = verifier.checkedFrom
      do throws(ExportFinding) {
        try await read(&verifier, &group)
        let verdict = try verifier.finish()
        for await finding in group {
          found = finding.map { ExportFinding($0).before(found) } ?? found
        }
        if let found { throw found }
        return .success(verdict)
      } catch {
        Self.check(verifier.takeChecks(), &group)
        reached = verifier.reached
        (held, cosigned) = (verifier.heldSizes, verifier.quorumSizes)
        throw error
      }
    } catch {
      found = error.before(found)
      for await finding in group {
        found = finding.map { ExportFinding($0).before(found) } ?? found
      }
      let finding = found ?? error
      let entries = min(finding.seq ?? reached, reached)
      return .failure(
        Stop(
          finding: finding,
          reach: ExportReach(
            entries: entries, from: from, pin: held.last { $0 <= entries },
            quorum: cosigned.last { $0 <= entries })))
    }
  }

  /// Bundles that one task hashes, and tasks that may be under way: some five milliseconds of work, and one bundle
  /// in the memory of each.
  private static let lot = 16

  /// Reads and hashes all bundles on all threads, and takes the hashes in in their order.
  private func hash(_ verifier: inout ExportVerifier) async throws(ExportFinding) {
    let (folder, scope, bundles) = (self.folder, verifier.scope, verifier.bundles)
    var (next, underway) = (bundles.lowerBound, [Task<[HashedBundle], Never>]())
    defer { for task in underway { task.cancel() } }
    while next < bundles.upperBound || !underway.isEmpty {
      while next < bundles.upperBound, underway.count < Self.ahead {
        let lot = next..<min(next + Self.lot, bundles.upperBound)
        underway.append(
          Task.detached {
            lot.map { index in HashedBundle(index, of: scope) { folder.bytes(at: $0) } }
          })
        next = lot.upperBound
      }
      for bundle in await underway.removeFirst().value { try verifier.advance(by: bundle) }
    }
  }

  /// Reads all bundles; stops early where a signature is found bad.
  private func read(
    _ verifier: inout ExportVerifier, _ group: inout TaskGroup<Finding?>
  ) async throws(ExportFinding) {
    guard trust.isTreeOnly == false else { return try await hash(&verifier) }
    var checks: [SignatureCheck] = []
    // Also where reading stops at something: an earlier entry may still be the one to name.
    defer { Self.check(checks, &group) }
    var underway = 0
    while try verifier.advance() {
      checks += verifier.takeChecks()
      guard checks.count >= Self.batch else { continue }
      Self.check(checks, &group)
      checks = []
      underway += 1
      guard underway >= Self.ahead else { continue }
      underway -= 1
      if let finding = await group.next() ?? nil { throw ExportFinding(finding) }
    }
  }

  private static func check(_ checks: [SignatureCheck], _ group: inout TaskGroup<Finding?>) {
    guard !checks.isEmpty else { return }
    group.addTask { checks.first { !$0.isGood }?.finding }
  }
}
