/// Where a key lies in its ``KeyArena``: a number, not the key.
///
/// The lap is unique in the process for each arena and each wiping of it, so that a handle kept too
/// long, or used with another arena, is found out instead of opening something with a wrong key.
public struct KeyHandle: Sendable, Hashable {
  let index: Int
  let lap: UInt64
}
