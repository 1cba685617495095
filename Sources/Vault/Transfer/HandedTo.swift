/// Where a case is that was handed over to another vault, as far as whoever asks for it here is told.
public enum HandedTo: Hashable, Sendable {
  /// The name and the origin on the card of that office. Nothing of the person: leads alone are told.
  case office(String)
  /// To be asked of a lead.
  case leadsKnow
  /// No note here says it: the transfer ended before notes of it were kept, or a restore ended it again.
  case unknown
}
