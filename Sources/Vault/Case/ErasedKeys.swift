/// Which keys of a case had their wraps destroyed, and by which entry: those of before it are nobody's.
struct ErasedKeys {
  /// Of a whole class, and of what was restricted in it.
  private var classes: [FieldClass: Int] = [:]
  private var keys: [UInt16: Int] = [:]
  /// Those that are due for another version, though their wraps are there.
  private var dueClasses: [FieldClass: Int] = [:]
  private var dueKeys: [UInt16: Int] = [:]

  /// - Parameter place: under which key a field lay, where that is not the key of its class.
  mutating func follow(_ erasure: StatedErasure, at seq: Int, place: (UInt32) -> UInt16?) {
    guard let field = erasure.field else {
      if erasure.keepsWraps {
        dueClasses[erasure.fieldClass] = seq
      } else {
        classes[erasure.fieldClass] = seq
      }
      return
    }
    note(
      [erasure.fieldClass.rawValue, place(field)].compactMap(\.self), at: seq,
      isDue: erasure.keepsWraps)
  }

  /// - Parameter isDue: their wraps are there.
  mutating func note(_ keyClasses: [UInt16], at seq: Int, isDue: Bool) {
    for keyClass in keyClasses {
      if isDue { dueKeys[keyClass] = seq } else { keys[keyClass] = seq }
    }
  }

  /// The entry before which no wrap of a key was left.
  func gone(_ keyClass: UInt16) -> Int? {
    last(classes, keys, keyClass)
  }

  /// The entry before which every version is due.
  func due(_ keyClass: UInt16) -> Int? {
    [gone(keyClass), last(dueClasses, dueKeys, keyClass)].compactMap(\.self).max()
  }

  private func last(_ classes: [FieldClass: Int], _ keys: [UInt16: Int], _ keyClass: UInt16) -> Int?
  {
    let ofClass = Restriction.fieldClass(of: keyClass).flatMap { classes[$0] }
    return [ofClass, keys[keyClass]].compactMap(\.self).max()
  }
}
