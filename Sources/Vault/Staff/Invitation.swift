public import Sealing

/// An invitation that was just made. The code exists here and in the ear of the person invited.
public struct Invitation: ~Copyable {
  public let entry: Int
  public let code: SecretBytes
}
