/// `case open`, `show`, `list`, `assign`, `share`, `step`.
protocol CaseWords {
  func caseOpened(code: String, entry: Int) -> String
  func nextRecord(code: String) -> String
  /// A search before opening found somebody: never whose file, never a name.
  func possibleMatches(_ count: Int) -> String
  var fileExistsAskOwner: String { get }
  var openAnywayQuestion: String { get }
  /// A queue that is empty may be one of a handle that was mistyped.
  var noneOfOwner: String { get }
  var noCases: String { get }
  func casesShown(_ count: Int, entry: Int) -> String
  /// Who waits for the health check on reception.
  func healthQueueShown(_ count: Int, entry: Int) -> String
  var nobodyAwaitsHealthCheck: String { get }
  func read(entry: Int) -> String
  func hiddenClasses(_ classes: String) -> String
  /// What is not on a page although its role reads it, and what that may mean.
  var classesNotGivenLabel: String { get }
  func notGiven(_ classes: String) -> String
  /// Who had the case left, and fields of some cases to nobody.
  func unreadSince(entry: Int) -> String
  func assigned(code: String, handle: String, entry: Int) -> String
  /// Of classes whose key the assigner could not pass on.
  func assignedWithout(_ classes: String, code: String, handle: String) -> String
  func unassigned(code: String, handle: String, entry: Int) -> String
  var handedOver: String { get }
  /// Somebody else answered for the case before.
  func ownerPassedOn(code: String) -> String
  func notAnOwner(entry: Int) -> String
  func shared(code: String, handle: String, until: String, entry: Int) -> String
  func awaitsAssignment(code: String, handle: String) -> String
  func shareEnded(code: String, handle: String, entry: Int) -> String
  var shareNeedsConsent: String { get }
  func stepped(code: String, status: String, entry: Int) -> String
  func missingForStep(_ what: String) -> String
  var nothingMissing: String { get }
  /// What a step would be refused for although nothing is missing.
  var stepStop: String { get }
  func wouldStop(_ said: String, names: String) -> String
  func stepNotPossible(from: String, to: String) -> String
  func dueBy(_ date: String, citation: String) -> String
  func overdueSince(_ date: String, citation: String) -> String
  /// A rule whose text nobody has confirmed.
  var unverifiedRule: String { get }
  var verifiedRule: String { get }
  /// What the project decided, because no source at hand decides it.
  var projectChoice: String { get }
  var enteredLate: String { get }
  var placeNotChecked: String { get }
  /// In place of the name of whoever keeps the person safe.
  var placeOfShelter: String { get }
  var caseNotReady: String { get }
}

extension English {
  func caseOpened(code: String, entry: Int) -> String { "case \(code) opened, log entry \(entry)" }
  func nextRecord(code: String) -> String {
    "next: safekeep person record \(code), safekeep reception record \(code)"
  }
  func possibleMatches(_ count: Int) -> String {
    count == 1 ? "1 possible match" : "\(count) possible matches"
  }
  var fileExistsAskOwner: String { "a file exists; ask its owner" }
  var noneOfOwner: String {
    "no case that you may see is of this owner and all else that was asked for; is the handle written as it should be?"
  }
  var openAnywayQuestion: String { "Is this another person, to be given a new file? (yes/no)" }
  var noCases: String { "no cases" }
  func casesShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 case" : "\(count) cases") + ", log entry \(entry)"
  }
  func healthQueueShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 person waits" : "\(count) people wait")
      + " for the health check on reception, log entry \(entry)"
  }
  var nobodyAwaitsHealthCheck: String { "nobody waits for the health check on reception" }
  func read(entry: Int) -> String { "this look is log entry \(entry)" }
  func hiddenClasses(_ classes: String) -> String {
    "not shown: \(classes); ask for one with --class and --for"
  }
  var classesNotGivenLabel: String { "Nobody gave you the key" }
  func notGiven(_ classes: String) -> String {
    "not shown: \(classes); something is recorded there and nobody has given you the key: ask who has the case, and the"
      + " person again where nobody has it any more"
  }
  func unreadSince(entry: Int) -> String {
    "log entry \(entry) suspended a colleague who had this case, and left fields that nobody opens any more: if nobody else"
      + " who has the case reads them, they are lost; ask the person again, or erase the class: safekeep case erase --help"
  }
  func assignedWithout(_ classes: String, code: String, handle: String) -> String {
    "you have no key to \(classes) of this case, and \(handle) was given none: let who has it look at the case"
      + " once (safekeep case show \(code)); that look gives \(handle) and the leads the key"
  }
  func assigned(code: String, handle: String, entry: Int) -> String {
    "case \(code) is assigned to \(handle), log entry \(entry)"
  }
  func unassigned(code: String, handle: String, entry: Int) -> String {
    "\(handle) no longer has case \(code), log entry \(entry)"
  }
  var handedOver: String { "handed over: the intake officer who opened it reads it no more" }
  func ownerPassedOn(code: String) -> String {
    "passed on: who answered for it before reads it no more; to keep them on it:"
      + " safekeep case assign \(code) HANDLE"
  }
  func notAnOwner(entry: Int) -> String {
    "not allowed: only a social worker answers for a case; recorded as log entry \(entry)"
  }
  func shared(code: String, handle: String, until: String, entry: Int) -> String {
    "\(handle) reads the named fields of case \(code) until \(until), log entry \(entry)"
  }
  func awaitsAssignment(code: String, handle: String) -> String {
    "\(handle) is not assigned to the case, and reads none of it before that. Ask a duty officer"
      + " to assign it: safekeep case assign \(code) \(handle)"
  }
  func shareEnded(code: String, handle: String, entry: Int) -> String {
    "\(handle) no longer reads them, case \(code), log entry \(entry)"
  }
  var shareNeedsConsent: String { "the person has not consented to all of these fields" }
  func stepped(code: String, status: String, entry: Int) -> String {
    "case \(code): \(status), log entry \(entry)"
  }
  func missingForStep(_ what: String) -> String { "still missing for this step: \(what)" }
  var nothingMissing: String { "nothing is missing for this step" }
  var stepStop: String { "Refused because" }
  func wouldStop(_ said: String, names: String) -> String {
    "the step would be refused: \(said)\(names.isEmpty ? "" : ": \(names)")"
  }
  func stepNotPossible(from: String, to: String) -> String { "no step leads from \(from) to \(to)" }
  func dueBy(_ date: String, citation: String) -> String { "due \(date) (\(citation))" }
  func overdueSince(_ date: String, citation: String) -> String {
    "overdue since \(date) (\(citation))"
  }
  var unverifiedRule: String { "rule not verified" }
  var verifiedRule: String { "rule verified" }
  var projectChoice: String { "project choice" }
  var enteredLate: String { "entered late: more than 24 hours after the date on the paper" }
  var placeNotChecked: String { "not checked" }
  var placeOfShelter: String { "the place of shelter" }
  var caseNotReady: String { "a lead and a duty officer have to enrol before a case is opened" }
}

extension Vietnamese {
  func caseOpened(code: String, entry: Int) -> String {
    "đã lập hồ sơ \(code), mục nhật ký số \(entry)"
  }
  func nextRecord(code: String) -> String {
    "tiếp theo: safekeep person record \(code), safekeep reception record \(code)"
  }
  func possibleMatches(_ count: Int) -> String { "\(count) trường hợp có thể trùng" }
  var fileExistsAskOwner: String { "đã có hồ sơ; xin hỏi người phụ trách hồ sơ" }
  var noneOfOwner: String {
    "không có hồ sơ nào trong phạm vi của quý vị do tài khoản này phụ trách và khớp điều kiện; xin xem lại tên tài khoản"
  }
  var openAnywayQuestion: String { "Đây là người khác và cần lập hồ sơ mới? (có/không)" }
  var noCases: String { "không có hồ sơ" }
  func casesShown(_ count: Int, entry: Int) -> String {
    "\(count) hồ sơ, mục nhật ký số \(entry)"
  }
  func healthQueueShown(_ count: Int, entry: Int) -> String {
    "\(count) người đang chờ khám sức khỏe khi tiếp nhận, mục nhật ký số \(entry)"
  }
  var nobodyAwaitsHealthCheck: String { "không có người nào đang chờ khám sức khỏe khi tiếp nhận" }
  func read(entry: Int) -> String { "lần xem này là mục nhật ký số \(entry)" }
  func hiddenClasses(_ classes: String) -> String {
    "không hiển thị: \(classes); muốn xem thì nêu --class và --for"
  }
  var classesNotGivenLabel: String { "Chưa được trao khóa" }
  func notGiven(_ classes: String) -> String {
    "không hiển thị: \(classes); ở đó có thông tin đã ghi nhưng chưa ai trao khóa cho người đang thao tác: xin hỏi người"
      + " được giao hồ sơ, và hỏi lại chủ thể dữ liệu nếu không còn ai giữ khóa"
  }
  func unreadSince(entry: Int) -> String {
    "mục nhật ký số \(entry) đình chỉ một đồng nghiệp từng có hồ sơ này và để lại những trường không còn ai mở được: nếu người"
      + " đang có hồ sơ cũng không đọc được thì thông tin đó đã mất; xin hỏi lại chủ thể dữ liệu, hoặc xóa nhóm đó:"
      + " safekeep case erase --help"
  }
  func assignedWithout(_ classes: String, code: String, handle: String) -> String {
    "người giao không có khóa nhóm \(classes) của hồ sơ này nên \(handle) chưa được trao khóa: xin để người đang giữ khóa"
      + " xem hồ sơ một lần (safekeep case show \(code)); lần xem đó trao khóa cho \(handle) và cho cán bộ phụ trách"
  }
  func assigned(code: String, handle: String, entry: Int) -> String {
    "đã giao hồ sơ \(code) cho \(handle), mục nhật ký số \(entry)"
  }
  func unassigned(code: String, handle: String, entry: Int) -> String {
    "\(handle) không còn được giao hồ sơ \(code), mục nhật ký số \(entry)"
  }
  var handedOver: String { "đã bàn giao: cán bộ tiếp nhận đã lập hồ sơ không còn đọc được hồ sơ" }
  func ownerPassedOn(code: String) -> String {
    "đã chuyển: người phụ trách hồ sơ trước đây không còn đọc được hồ sơ; nếu vẫn cần:"
      + " safekeep case assign \(code) TÀI_KHOẢN"
  }
  func notAnOwner(entry: Int) -> String {
    "không được phép: chỉ nhân viên công tác xã hội được phụ trách hồ sơ;"
      + " đã ghi vào nhật ký, mục số \(entry)"
  }
  func shared(code: String, handle: String, until: String, entry: Int) -> String {
    "\(handle) được đọc các trường đã nêu của hồ sơ \(code) đến \(until), mục nhật ký số \(entry)"
  }
  func awaitsAssignment(code: String, handle: String) -> String {
    "\(handle) chưa được giao hồ sơ này nên chưa đọc được gì. Xin đề nghị trực y tế giao hồ sơ:"
      + " safekeep case assign \(code) \(handle)"
  }
  func shareEnded(code: String, handle: String, entry: Int) -> String {
    "\(handle) không còn đọc được các trường đó, hồ sơ \(code), mục nhật ký số \(entry)"
  }
  var shareNeedsConsent: String { "chủ thể dữ liệu chưa đồng ý cho chia sẻ tất cả các trường này" }
  func stepped(code: String, status: String, entry: Int) -> String {
    "hồ sơ \(code): \(status), mục nhật ký số \(entry)"
  }
  func missingForStep(_ what: String) -> String { "bước này còn thiếu: \(what)" }
  var nothingMissing: String { "bước này không còn thiếu gì" }
  var stepStop: String { "Bị từ chối vì" }
  func wouldStop(_ said: String, names: String) -> String {
    "bước này sẽ bị từ chối: \(said)\(names.isEmpty ? "" : ": \(names)")"
  }
  func stepNotPossible(from: String, to: String) -> String {
    "không có bước chuyển từ \(from) sang \(to)"
  }
  func dueBy(_ date: String, citation: String) -> String { "thời hạn \(date) (\(citation))" }
  func overdueSince(_ date: String, citation: String) -> String {
    "quá hạn từ \(date) (\(citation))"
  }
  var unverifiedRule: String { "quy tắc chưa được xác nhận" }
  var verifiedRule: String { "quy tắc đã được đối chiếu" }
  var projectChoice: String { "do dự án tự chọn" }
  var enteredLate: String { "nhập muộn: quá 24 giờ so với ngày ghi trên giấy" }
  var placeNotChecked: String { "chưa kiểm tra" }
  var placeOfShelter: String { "nơi tạm lánh" }
  var caseNotReady: String {
    "phải có cán bộ phụ trách và trực y tế đăng ký trước khi lập hồ sơ"
  }
}
