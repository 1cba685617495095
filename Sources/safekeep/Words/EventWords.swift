/// `log export-events`: the log for other systems.
protocol EventWords {
  var optionForm: String { get }
  var optionEventsTo: String { get }
  var optionEventsFrom: String { get }
  var optionNamedEvents: String { get }
  var badFirstEntry: String { get }
  func eventsWritten(entries: Int, entry: Int) -> String
  var eventsWithHandles: String { get }
}

extension English {
  var optionForm: String { "fhir, ocsf, csv or ndjson." }
  var optionEventsTo: String { "The new file to write." }
  var optionEventsFrom: String { "The first entry; 0 where it is left out." }
  var optionNamedEvents: String { "Write who acted by name too; the log says so." }
  var badFirstEntry: String { "--from names an entry, from 0" }
  func eventsWritten(entries: Int, entry: Int) -> String {
    (entries == 1 ? "1 entry" : "\(entries) entries")
      + " written; this export is log entry \(entry)"
  }
  var eventsWithHandles: String {
    "the file names people: keep it as you would keep the staff list"
  }
}

extension Vietnamese {
  var optionForm: String { "fhir, ocsf, csv hoặc ndjson." }
  var optionEventsTo: String { "Tệp mới để ghi." }
  var optionEventsFrom: String { "Mục đầu tiên; không nêu thì từ mục 0." }
  var optionNamedEvents: String {
    "Ghi cả tên tài khoản người thực hiện; nhật ký ghi lại điều này."
  }
  var badFirstEntry: String { "--from cần số của một mục, từ 0" }
  func eventsWritten(entries: Int, entry: Int) -> String {
    "đã ghi \(entries) mục; lần xuất này là mục nhật ký số \(entry)"
  }
  var eventsWithHandles: String { "tệp có tên người thực hiện: xin giữ như danh sách thành viên" }
}
