import Sealing
import Vault

/// Shares of a seed, typed by the people who keep them. They come from the terminal and from nowhere else: a
/// file that held two would be the seed.
extension Desk {
  /// How many shares it takes.
  private static let needed = 2
  /// How often one share may be mistyped before the command gives up.
  private static let attempts = 3

  func typedShares(
    for use: ShareUse, _ vault: Vault, _ session: borrowing Session
  ) throws -> [BroughtShare] {
    let seat = try shareSeat()
    var shares: [BroughtShare] = []
    for number in 1...Self.needed {
      shares.append(try share(number, for: use, on: seat, vault, session))
    }
    return shares
  }

  /// A terminal, on which alone shares are typed and seen.
  func shareSeat() throws(Fault) -> ControllingTerminal {
    do { return try seat() } catch { throw .sharesAtTerminal }
  }

  /// One share. What is wrong with it by itself is told at once, written down, and asked for again: nobody
  /// sees what they type, and there are thirty-three words.
  private func share(
    _ number: Int, for use: ShareUse, on seat: borrowing ControllingTerminal, _ vault: Vault,
    _ session: borrowing Session
  ) throws -> BroughtShare {
    for attempt in 1... {
      let text = try SharePrompt.ask(number, on: seat, words)
      guard text.count > 0 else { try vault.refuseTooFew(for: use, as: session) }
      do {
        return try vault.readShare(text, number: number, for: use, as: session)
      } catch {
        guard attempt < Self.attempts, case .noted(.share, _) = error else { throw error }
        error.fault.tell(on: terminal, in: words, format: .table)
      }
    }
    throw Fault.inputEnded
  }
}

extension Fault {
  static let sharesAtTerminal = Fault(.usage, reason: "nobody_to_ask") { $0.sharesAtTerminal }
}
