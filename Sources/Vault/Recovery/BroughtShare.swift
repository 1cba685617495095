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

  /// The seed that shares stand for.
  static func seed(of brought: [BroughtShare]) throws(ShareFault) -> SecretBytes {
    do { return try Slip39.combine(brought.map(\.share)) } catch {
      guard case .slip39(let fault) = error else { throw .apart }
      switch fault {
      case .tooFew: throw .tooFew
      case .otherSet, .otherParameters: throw .otherSet
      case .duplicate: throw .duplicate
      default: throw .apart
      }
    }
  }
}

extension ShareFault: Error {}
