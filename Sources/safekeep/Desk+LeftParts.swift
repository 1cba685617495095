import Vault

extension Desk {
  /// What a killed backup or restore left where this one is about to work: told before anything is done, and also where
  /// nothing is.
  func tellLeftParts(beside places: [String]) {
    for path in LeftPart.beside(places) { terminal.say(words.partLeft(Escaping.line(path))) }
  }
}
