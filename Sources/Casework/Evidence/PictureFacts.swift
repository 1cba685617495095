/// What a picture says beside what it shows.
public struct PictureFacts: Equatable, Sendable {
  /// Degrees north and east, as text.
  public var place: String?
  /// Maker and model of what took it.
  public var device: String?
  /// When it was taken, by the clock of the device.
  public var time: String?
  /// More stands in it that is not read here: comments, previews, what an editor wrote.
  public var hasMore = false
  /// How it is to be turned before it is shown: that stays, for it says nothing but that.
  var orientation: UInt16?

  public init() {}

  /// Whether it says anything that a page does not show.
  public var isEmpty: Bool { place == nil && device == nil && time == nil && !hasMore }
}
