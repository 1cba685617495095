/// Two copies of a log: `log compare` of two that contradict each other and that nobody is shown to have signed, and
/// two exports into one directory.
protocol PairWords {
  var unsignedPair: String { get }
  var unsignedPairHint: String { get }
  var severalKeys: String { get }
  var severalKeysHint: String { get }
  var exportBusy: String { get }
  var exportBusyHint: String { get }
  func exportUnfinished(isFull: Bool, entry: Int) -> String
  var exportUnfinishedHint: String { get }
}

extension English {
  var unsignedPair: String {
    "the two contradict each other, but nothing here shows that the log signed both"
  }
  var unsignedPairHint: String { "bring the log's key with --key, or whole exports" }
  var severalKeys: String {
    "the two contradict each other, but nothing here shows that both keys are the log's"
  }
  var severalKeysHint: String {
    "compare the whole exports: their entries say which keys the log had"
  }
  var exportBusy: String { "another export is being written into that directory" }
  var exportBusyHint: String { "wait until it is done, or name another directory" }
  func exportUnfinished(isFull: Bool, entry: Int) -> String {
    (isFull ? "that disk is full" : "not everything could be written there")
      + ": what stands there is no whole export; log entry \(entry) says that it was begun"
  }
  var exportUnfinishedHint: String {
    "make room and give the command again, which goes on with what stands there; or delete the directory and name another"
  }
}

extension Vietnamese {
  var unsignedPair: String {
    "hai bản mâu thuẫn với nhau, nhưng ở đây không có gì cho thấy nhật ký đã ký cả hai"
  }
  var unsignedPairHint: String {
    "nêu khóa của nhật ký bằng --key, hoặc dùng bản xuất đầy đủ các tệp"
  }
  var severalKeys: String {
    "hai bản mâu thuẫn với nhau, nhưng ở đây không có gì cho thấy cả hai khóa đều là khóa của nhật ký"
  }
  var severalKeysHint: String {
    "đối chiếu hai bản xuất đầy đủ: các mục trong đó cho biết nhật ký đã có những khóa nào"
  }
  var exportBusy: String { "một lần xuất khác đang ghi vào thư mục đó" }
  var exportBusyHint: String { "chờ lần xuất đó hoàn tất, hoặc nêu thư mục khác" }
  func exportUnfinished(isFull: Bool, entry: Int) -> String {
    (isFull ? "đĩa đó đã đầy" : "không ghi được hết vào nơi đó")
      + ": phần đã ghi chưa phải là bản xuất đầy đủ; mục nhật ký số \(entry) ghi việc đã bắt đầu xuất"
  }
  var exportUnfinishedHint: String {
    "xin giải phóng dung lượng rồi thực hiện lại lệnh này, lệnh sẽ làm tiếp phần đã có; hoặc xóa thư mục đó và nêu nơi khác"
  }
}
