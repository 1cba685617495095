/// What a sealed handle turns out to be.
enum SealedHandle: Hashable {
  case opened(String)
  /// Whoever asks holds no vault key yet.
  case closed
  /// It is missing, does not open, or is not the one whose hash the log states.
  case altered

  /// The handle, for showing; what does not open is never shown as somebody.
  var text: String? {
    if case .opened(let text) = self { text } else { nil }
  }
}
