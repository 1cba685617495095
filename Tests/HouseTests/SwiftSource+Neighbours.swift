extension SwiftSource {
  /// Whether the token after `index` is `text`.
  func follows(_ text: String, _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].text == text
  }

  /// The token before `index`, or an empty text at the beginning.
  func before(_ index: Int) -> String {
    index > 0 ? tokens[index - 1].text : ""
  }
}
