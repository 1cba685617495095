import FoundationEssentials
import Sealing

/// What lies in a folder of what was on its way there, and at which nobody is at work any more: the command was killed.
/// It can hold all that the vault holds.
public enum LeftPart {
  /// By their paths.
  ///
  /// - Parameter places: files or directories; what lies beside each is looked at, by name and kind alone.
  public static func beside(_ places: [String]) -> [String] {
    var found: Set<String> = []
    for place in places {
      for part in VaultFiles(VaultFolder(place)).parts ?? [] {
        if case .busy = KilledRestore.look(at: part) { continue }
        found.insert(part.path)
      }
    }
    return found.sorted()
  }
}
