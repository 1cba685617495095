import AuditLog
import Foundation

extension Outcome {
  /// What goes to standard output, and what to standard error.
  func page(_ words: any VerifyWords) -> (output: String, errors: String) {
    func told(_ lines: String...) -> (String, String) {
      ("", lines.map { "safekeep-verify: \($0)\n" }.joined())
    }
    switch self {
    case .fits(let verdict): return (Self.lines(verdict, words).joined(separator: "\n") + "\n", "")
    case .broken(let finding, let reach):
      let file = finding.path.map(Self.shown)
      return told(
        words.broken(words.reason(finding.fault), entry: finding.seq, file: file),
        words.reached(reach), words.brokenHint, words.mode, words.limits)
    case .noExport(let finding): return told(words.noExport(finding))
    case .noFolder: return told(words.noFolder)
    case .unreadable: return told(words.unreadable)
    case .noFile(let kind): return told(words.noFile(kind))
    case .noPlainFile(let kind, let isFolder):
      return told(isFolder ? words.noPlainFile(kind) : words.strangeFile(kind))
    case .tooLarge(let kind): return told(words.tooLarge(kind))
    case .badFile(let kind, let fault):
      let isForeign = fault == .export(.pinSignature) || fault == .export(.pinLine)
      let said = isForeign ? words.foreignPin(words.reason(fault)) : words.badFile(kind)
      return told(said + " (\(fault.code))")
    case .help(let page): return (page.hasSuffix("\n") ? page : page + "\n", "")
    case .usage(let fault): return told(words.reason(fault), words.seeHelp())
    }
  }

  private static func lines(_ verdict: ExportVerdict, _ words: any VerifyWords) -> [String] {
    let last = verdict.scope.size - 1
    var lines = [words.log(verdict.scope.origin, entries: last + 1, root: verdict.rootText)]
    if verdict.isTreeOnly {
      lines += [words.treeFits(to: last), words.treeIsNotEnough]
    } else {
      if verdict.checkedFrom > 0 { lines.append(words.keptBefore(verdict.checkedFrom)) }
      lines.append(words.entriesFit(from: verdict.checkedFrom, to: last))
      if verdict.isOriginGiven { lines.append(words.heldByOrigin) }
      if !verdict.putBack.isEmpty { lines.append(words.goneOnWith(verdict.putBack)) }
    }
    lines += held(verdict, words) + outside(verdict, words)
    if !verdict.isProven, !verdict.isPolicyGiven {
      lines.append(verdict.isTreeOnly ? words.treeAgainstItselfOnly : words.provenAgainstItselfOnly)
    }
    return lines + [tail(verdict, words), words.mode, words.limits]
  }

  /// How many of the newest entries nothing outside has seen that was brought here, and how old the first is.
  private static func tail(_ verdict: ExportVerdict, _ words: any VerifyWords) -> String {
    let size = verdict.scope.size
    guard verdict.reach < size else { return words.noTail }
    return words.tail(
      from: verdict.reach, to: size - 1, since: verdict.tailSince.map { time(Double($0) / 1000) })
  }

  private static func held(_ verdict: ExportVerdict, _ words: any VerifyWords) -> [String] {
    var lines: [String] = []
    if let pin = verdict.pins.last { lines.append(words.heldByPin(to: pin - 1)) }
    if !verdict.unseenPins.isEmpty {
      lines.append(
        words.unseenPins(verdict.unseenPins.map(String.init).joined(separator: ", ")))
    }
    if verdict.isPolicyBrought, !verdict.isPolicyGiven { lines.append(words.policyAsksNobody) }
    if let quorum = verdict.quorum {
      lines.append(words.heldByQuorum(to: quorum - 1))
    } else if verdict.isPolicyGiven {
      lines.append(words.quorumMissed)
    }
    let size = max(verdict.pins.last ?? 0, verdict.quorum ?? 0)
    if size < verdict.scope.size {
      lines.append(words.unheldTail(from: size, to: verdict.scope.size - 1))
    }
    return lines
  }

  private static func outside(_ verdict: ExportVerdict, _ words: any VerifyWords) -> [String] {
    verdict.cosigned.map { line in
      words.cosigned(shown(line.witness), to: line.size - 1, at: time(Double(line.time)))
    }
      + verdict.strangeCosigned.map { size in
        verdict.isPolicyBrought
          ? words.cosignedByStranger(to: size - 1) : words.cosignatureUnchecked(to: size - 1)
      }
      + verdict.stamped.map { stamp in
        guard let at = stamp.time else {
          return stamp.isUntrusted
            ? words.stampOfAnother(to: stamp.size - 1) : words.stampUnchecked(to: stamp.size - 1)
        }
        let receipt = stamp.receipt.map { " " + words.stampReceipt(from: $0) } ?? ""
        let against = stamp.contradiction.map {
          " "
            + words.stampContradicted(
              by: $0.claim.entry, at: time(Double($0.claim.time) / 1000))
        }
        return words.stamped(to: stamp.size - 1, at: time(Double(at) / 1000)) + receipt
          + (against ?? "")
      }
  }

  static func time(_ seconds: Double) -> String {
    Date(timeIntervalSince1970: seconds).ISO8601Format()
  }

  /// A name from a folder may be any text; it must not drive the terminal.
  static func shown(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
          let turns = scalar.properties.generalCategory == .format
          return isControl || turns || (0x2028...0x2029).contains(scalar.value)
            ? "\u{fffd}" : scalar
        }))
  }
}
