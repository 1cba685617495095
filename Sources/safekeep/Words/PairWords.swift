/// `log compare` of two copies that contradict each other and that nobody is shown to have signed.
protocol PairWords {
  var unsignedPair: String { get }
  var unsignedPairHint: String { get }
}

extension English {
  var unsignedPair: String {
    "the two contradict each other, but nothing here shows that the log signed both"
  }
  var unsignedPairHint: String { "bring the log's key with --key, or whole exports" }
}

extension Vietnamese {
  var unsignedPair: String {
    "hai bản mâu thuẫn với nhau, nhưng ở đây không có gì cho thấy nhật ký đã ký cả hai"
  }
  var unsignedPairHint: String {
    "nêu khóa của nhật ký bằng --key, hoặc dùng bản xuất đầy đủ các tệp"
  }
}
