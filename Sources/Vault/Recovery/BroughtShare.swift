import Sealing

/// A share that somebody typed, whole in itself. What it gives together with another shows later.
public struct BroughtShare: Sendable {
  let share: Slip39Share

  /// - Parameter number: which one it is, from 1, for the refusal.
  init(reading text: borrowing SecretBytes, number: Int) throws(ShareFault) {
    do { share = try Slip39Share(reading: text) } catch {
      guard case .slip39(let fault) = error else { throw .form(share: number) }
      switch fault {
      case .length: throw .length(share: number)
      case .word(let place): throw .word(place, share: number)
      case .checksum: throw .checksum(share: number)
      default: throw .form(share: number)
      }
    }
  }

  /// How many of ours it takes.
  private static let needed = 2

  /// The seed that shares stand for. Two that are too few, or more than it takes, are of a set that was made in
  /// another way than ours: which of them it is, and what would fit, is not told.
  static func seed(of brought: [BroughtShare]) throws(ShareFault) -> SecretBytes {
    do { return try Slip39.combine(brought.map(\.share)) } catch {
      guard case .slip39(let fault) = error else { throw .apart }
      switch fault {
      case .tooFew where brought.count < needed: throw .tooFew
      case .tooFew, .tooMany, .otherSet, .otherParameters: throw .otherSet
      case .duplicate: throw .duplicate
      default: throw .apart
      }
    }
  }
}

extension ShareFault: Error {}
