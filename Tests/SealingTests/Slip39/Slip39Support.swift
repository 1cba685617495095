import Testing

@testable import Sealing

/// A share of made-up text. In production a share never comes from a `String`.
func share(_ text: String) throws -> Slip39Share {
  try Slip39Share(reading: try secret(text))
}

/// The words of a share, to be looked at and changed in a test.
func words(_ share: Slip39Share) throws -> [String] {
  String(decoding: revealed(try share.text()), as: UTF8.self).split(separator: " ").map(String.init)
}

func text(_ share: Slip39Share) throws -> String { try words(share).joined(separator: " ") }

/// Why some words are no share; nil where they are one.
func fault(reading words: [String]) throws -> Slip39Fault? {
  try fault(reading: words.joined(separator: " "))
}

func fault(reading text: String) throws -> Slip39Fault? {
  try fault(reading: Array(text.utf8))
}

func fault(reading bytes: [UInt8]) throws -> Slip39Fault? {
  let text = try secret(bytes)
  do throws(SealingError) {
    _ = try Slip39Share(reading: text)
    return nil
  } catch {
    guard case .slip39(let fault) = error else { throw error }
    return fault
  }
}

/// Why some shares give no secret; nil where they give one.
func fault(combining shares: [Slip39Share]) -> SealingError? {
  do throws(SealingError) {
    _ = try Slip39.combine(shares)
    return nil
  } catch { return error }
}

/// A share with a value, and a header that no splitting would make.
func share(_ header: Slip39Header, _ value: [UInt8]) throws -> Slip39Share {
  Slip39Share(header, try secret(value))
}

extension Slip39Header {
  /// Share `member` of 2 of 3, in a set of one group.
  static func sample(
    member: Int = 0, threshold: Int = 2, identifier: UInt16 = 0x1234, isExtendable: Bool = true,
    exponent: Int = 0, group: Int = 0, groupThreshold: Int = 1, groupCount: Int = 1
  ) -> Slip39Header {
    Slip39Header(
      identifier: identifier, isExtendable: isExtendable, exponent: exponent, groupIndex: group,
      groupThreshold: groupThreshold, groupCount: groupCount, memberIndex: member,
      memberThreshold: threshold)
  }
}

/// Every choice of `count` of these.
func choices<Element>(of count: Int, from all: ArraySlice<Element>) -> [[Element]] {
  guard count > 0 else { return [[]] }
  return all.indices.flatMap { index in
    choices(of: count - 1, from: all[(index + 1)...]).map { [all[index]] + $0 }
  }
}
