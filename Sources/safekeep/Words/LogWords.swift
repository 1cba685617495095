/// `log show`, `log status`, `log verify`.
protocol LogWords {
  var checkingLog: String { get }
  /// Never "complete": a log whose newest entries are gone looks complete to itself. What can be
  /// said is up to which entry, and by whose memory.
  /// `pins`: who holds a checkpoint of at least that entry.
  func provenUpTo(entry: Int, pinnedBy pins: [String]) -> String
  /// No memory outside of the log was held against it.
  func provenAgainstItselfOnly(entry: Int) -> String
  func signaturesChecked(_ count: Int) -> String
  func pinOf(_ handle: String) -> String
  func entriesFit(upTo entry: Int) -> String
  var badLimit: String { get }
  func pinFile(_ number: Int) -> String
  func cosignedBy(_ name: String) -> String
  func unanchoredTail(first: Int, entries: Int, since: String) -> String
  func neverAnchored(since: String) -> String
  var everythingAnchored: String { get }
  func modeOfLog(_ mode: String) -> String
  var noEntriesMatch: String { get }
  /// Who signed a failed unlocking that was not theirs.
  func notedBy(_ handle: String) -> String
  /// A name that nobody was ever invited under.
  var unknownName: String { get }
  var failuresAreNotedLater: String { get }
  func entriesShown(_ count: Int, entry: Int) -> String
  func exported(entries: Int, entry: Int) -> String
  /// Of what is kept of witnesses and authorities.
  /// `log export --from`: bundles are not divided.
  var optionExportFrom: String { get }
  func exportBegins(at first: Int, asked: Int) -> String
  func exportNeedsPin(from first: Int) -> String
  func exportLeftOut(_ count: Int) -> String
  var timesAreClaims: String { get }
  /// `log status` and every report of a verification print these limits (embedded mode).
  var limits: String { get }
}

extension English {
  var checkingLog: String { "checking the log" }
  func provenUpTo(entry: Int, pinnedBy pins: [String]) -> String {
    "proven up to entry \(entry), held by \(pins.joined(separator: ", "))"
  }
  func provenAgainstItselfOnly(entry: Int) -> String {
    "sound up to entry \(entry), but proven against itself only: no pin and no cosignature was held against it"
  }
  func signaturesChecked(_ count: Int) -> String { "\(count) signatures checked" }
  func entriesFit(upTo entry: Int) -> String {
    "entries 0 to \(entry) fit each other, their signatures and the head"
  }
  func pinOf(_ handle: String) -> String { "the pin of \(handle)" }
  var badLimit: String { "--limit is at least 1" }
  func pinFile(_ number: Int) -> String { "pin \(number) of the file" }
  func cosignedBy(_ name: String) -> String { "the cosignature of \(name)" }
  func unanchoredTail(first: Int, entries: Int, since: String) -> String {
    (entries == 1
      ? "the newest entry, \(first), is" : "the \(entries) newest entries, from \(first) on, are")
      + " held by nothing outside this machine, since \(since)"
  }
  func neverAnchored(since: String) -> String {
    "nothing outside this machine holds any entry yet, since \(since)"
  }
  var everythingAnchored: String { "something outside this machine holds every entry" }
  func modeOfLog(_ mode: String) -> String { "Mode: \(mode)." }
  var noEntriesMatch: String { "no entry matches" }
  func notedBy(_ handle: String) -> String { "noted by \(handle)" }
  var unknownName: String { "an unknown name" }
  var failuresAreNotedLater: String {
    "a failed unlocking bears the time at which the next member's unlocking noted it down, not its own"
  }
  func entriesShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 entry" : "\(count) entries") + "; this look is log entry \(entry)"
  }
  func exported(entries: Int, entry: Int) -> String {
    "\(entries) entries written, log entry \(entry); check with: safekeep-verify DIR --origin ORIGIN"
  }
  var optionExportFrom: String {
    "The first entry wanted, rounded down to a bundle of 256 (else all)."
  }
  func exportBegins(at first: Int, asked: Int) -> String {
    "it begins at entry \(first), not \(asked): entries go in bundles of 256, which are not divided"
  }
  func exportNeedsPin(from first: Int) -> String {
    "whoever checks it needs a pin file that carries the directory (safekeep log pin --to FILE), with a head of a"
      + " size from \(first) on: safekeep-verify DIR --pin FILE"
  }
  func exportLeftOut(_ count: Int) -> String {
    "\(count) cosignatures or time-stamps of this log are not in it: they are gone or do not hold"
      + " (see: safekeep log verify), or there are more newer ones than one export lists"
  }
  var timesAreClaims: String {
    "Order is proven. Times are what each author claimed, bounded only by time-stamps from outside."
  }
  var limits: String {
    """
    What this log cannot show in embedded mode: a read by a member who runs a changed program with \
    their own keys; that member's own newest entries, if dropped before anybody else wrote or pinned; \
    failed unlocks by people without a key, if a writer of the file deleted them; a screen that was \
    photographed.
    """
  }
}

extension Vietnamese {
  var checkingLog: String { "đang kiểm tra nhật ký" }
  func provenUpTo(entry: Int, pinnedBy pins: [String]) -> String {
    "đã chứng minh đến mục số \(entry), theo \(pins.joined(separator: ", "))"
  }
  func provenAgainstItselfOnly(entry: Int) -> String {
    "khớp đến mục số \(entry), nhưng chỉ tự đối chiếu: không có mốc đối chiếu hoặc chữ ký ngoài nào"
  }
  func signaturesChecked(_ count: Int) -> String { "đã kiểm tra \(count) chữ ký" }
  func entriesFit(upTo entry: Int) -> String {
    "các mục từ 0 đến \(entry) khớp với nhau, với chữ ký và với phần đầu nhật ký"
  }
  func pinOf(_ handle: String) -> String { "mốc đối chiếu của \(handle)" }
  var badLimit: String { "--limit ít nhất là 1" }
  func pinFile(_ number: Int) -> String { "mốc số \(number) trong tệp" }
  func cosignedBy(_ name: String) -> String { "chữ ký xác nhận của \(name)" }
  func unanchoredTail(first: Int, entries: Int, since: String) -> String {
    "\(entries) mục mới nhất, từ mục số \(first), chưa có gì ngoài máy này lưu giữ, từ \(since)"
  }
  func neverAnchored(since: String) -> String {
    "chưa có mục nào được lưu giữ ngoài máy này, từ \(since)"
  }
  var everythingAnchored: String { "mọi mục đều đã được lưu giữ ngoài máy này" }
  func modeOfLog(_ mode: String) -> String { "Chế độ vận hành: \(mode)." }
  var noEntriesMatch: String { "không có mục nào phù hợp" }
  func notedBy(_ handle: String) -> String { "\(handle) ghi lại" }
  var unknownName: String { "tên không có trong kho" }
  var failuresAreNotedLater: String {
    "lần mở khóa không thành công mang thời điểm được ghi lại khi thành viên tiếp theo mở khóa,"
      + " không phải thời điểm xảy ra"
  }
  func entriesShown(_ count: Int, entry: Int) -> String {
    "\(count) mục; lần xem này là mục nhật ký số \(entry)"
  }
  func exported(entries: Int, entry: Int) -> String {
    "đã ghi ra \(entries) mục, mục nhật ký số \(entry);"
      + " kiểm tra bằng: safekeep-verify THƯ_MỤC --origin NGUỒN"
  }
  var optionExportFrom: String {
    "Mục đầu tiên cần xuất, làm tròn xuống đầu gói 256 mục (mặc định: tất cả)."
  }
  func exportBegins(at first: Int, asked: Int) -> String {
    "bản xuất bắt đầu từ mục \(first), không phải \(asked): các mục đi theo gói 256 mục và không tách gói"
  }
  func exportNeedsPin(from first: Int) -> String {
    "người kiểm tra cần tệp mốc đối chiếu kèm danh bạ (safekeep log pin --to TỆP), có mốc từ cỡ \(first) trở lên:"
      + " safekeep-verify THƯ_MỤC --pin TỆP"
  }
  func exportLeftOut(_ count: Int) -> String {
    "\(count) đồng chữ ký hoặc dấu thời gian của nhật ký không có trong bản xuất: đã mất, không còn đúng"
      + " (xem: safekeep log verify), hoặc đã có quá nhiều cái mới hơn cho một bản xuất"
  }
  var timesAreClaims: String {
    "Thứ tự đã được chứng minh. Thời gian là do người ghi khai, chỉ có dấu thời gian từ bên ngoài"
      + " giới hạn lại."
  }
  var limits: String {
    """
    Trong chế độ trực tiếp, nhật ký này không cho thấy: lần đọc của thành viên chạy chương trình đã bị \
    sửa bằng khóa của chính mình; các mục mới nhất của người đó nếu bị bỏ trước khi người khác ghi hoặc \
    lưu mốc; các lần mở khóa thất bại của người không có khóa nếu bị xóa khỏi tệp; màn hình bị chụp lại.
    """
  }
}
