/// `restriction set`, `lift`, `show`, and what other commands say of it: the person's right to have the
/// processing of their data restricted (hạn chế xử lý dữ liệu cá nhân, Law 91/2025/QH15 Art. 10).
protocol RestrictionWords {
  var optionRestrictedField: String { get }
  var optionExcludedRole: String { get }
  var optionExcludedOffice: String { get }
  var optionExcludedCard: String { get }
  var argumentRestriction: String { get }
  var roleOrOffice: String { get }
  var notRestrictable: String { get }
  var tooManyRestricted: String { get }
  /// Nobody who lives would be left to read the field.
  func lastReader(_ fieldClass: String, entry: Int) -> String
  var lastReaderHint: String { get }
  /// The same of who restricts a field.
  var restrictedToNobodyHint: String { get }
  func restrictionSet(field: String, code: String, entry: Int) -> String
  func restrictionLifted(code: String, entry: Int) -> String
  /// What was derived from it.
  func keptWithIt(_ names: String) -> String
  /// Kept from a role that opens what is closed, in an emergency: nobody who gives one has its key.
  var keptInEmergency: String { get }
  /// Kept from duty officers, to whom a lead gives it with the class.
  var openInEmergency: String { get }
  func figuresWithout(_ field: String) -> String
  func freeWithIt(_ names: String) -> String
  var figuresAnew: String { get }
  var followsLabel: String { get }
  /// Who set it does not hold the field.
  var sealedByNextHolder: String { get }
  /// Who lifted it does not hold the field.
  var openedByNextHolder: String { get }
  /// In the file of the records, under the key that the field lay under before.
  func notAllOverwritten(entry: Int) -> String
  var notAllOverwrittenHint: String { get }
  func excerptsEnded(_ count: Int) -> String
  /// A share is ended whole.
  func sharedAnew(_ names: String) -> String
  /// A field that people are found by is kept from somebody who looks for people.
  func nobodyFoundBy(_ field: String) -> String
  /// It is lifted, and the index does not know it yet.
  var notFoundYet: String { get }
  var nothingRestricted: String { get }
  var keptFields: String { get }
  func keptUnseen(_ names: String) -> String
  var restrictedField: String { get }
  var keptFrom: String { get }
  var anOffice: String { get }
  var setByEntry: String { get }
  var liftedByEntry: String { get }
  var waitsForHolder: String { get }
}

extension English {
  var optionRestrictedField: String { "The field, as forms name it: person.phone." }
  var optionExcludedRole: String { "The role that is not to see it." }
  var optionExcludedOffice: String { "An office is not to see it; its name is asked for." }
  var optionExcludedCard: String {
    "With --office: the card of its vault, by which it is known under another name too."
  }
  var argumentRestriction: String { "The restriction, as restriction show names it." }
  var roleOrOffice: String { "name --role ROLE or --office, and not both" }
  var notRestrictable: String {
    "this field cannot be restricted: lists and the restrictions themselves need it"
  }
  var tooManyRestricted: String {
    "this case has as many restricted fields of one class as it can have; nothing was changed"
  }
  func lastReader(_ fieldClass: String, entry: Int) -> String {
    "not done: nobody would be left to read a field of the class \(fieldClass); recorded as log entry"
      + " \(entry)"
  }
  var lastReaderHint: String {
    "give the case first to somebody who may read it; where leads or duty officers are excluded, who"
      + " reads it now passes the key on with any command of theirs: safekeep case assign CASE HANDLE;"
      + " what leads lack after a recovery who has the case gives them by looking at it;"
      + " where they can do neither any more (dead, not to be reached, or the one to be kept out):"
      + " safekeep staff suspend HANDLE --unread"
  }
  var restrictedToNobodyHint: String {
    "keep it from fewer, or give the case first to somebody from whom it is not kept: safekeep case assign CASE HANDLE"
  }
  func restrictionSet(field: String, code: String, entry: Int) -> String {
    "\(field) of case \(code) is restricted, log entry \(entry)"
  }
  func restrictionLifted(code: String, entry: Int) -> String {
    "the restriction in case \(code) is lifted, log entry \(entry)"
  }
  func keptWithIt(_ names: String) -> String {
    "what was derived from it is kept from them too, and lifted with it: \(names)"
  }
  var keptInEmergency: String {
    "it holds in an emergency too: whoever opens one in that role does not see this field, so tell the person"
  }
  var openInEmergency: String {
    "in an emergency a lead can open it to a duty officer with its class, for an hour at most, so tell the person"
  }
  func figuresWithout(_ field: String) -> String {
    "figures are made without it from now on, for leads and statisticians alike, and count it as not known: \(field)"
  }
  func freeWithIt(_ names: String) -> String {
    "what was derived from it is lifted with it: \(names)"
  }
  var figuresAnew: String {
    "the figures of this case were made anew, as far as nothing else is kept"
  }
  var followsLabel: String { "Follows it" }
  var sealedByNextHolder: String {
    "it is shown to none of them from now on; the next command of somebody who reads the field also puts"
      + " it under a key that they are not given"
  }
  var openedByNextHolder: String {
    "the next command of somebody who reads the field puts it back; until then it stays closed to the"
      + " others"
  }
  func notAllOverwritten(entry: Int) -> String {
    "the field lies under its new key, but what was overwritten is still in records.db, where whoever held the key of"
      + " before opens it; recorded as log entry \(entry)"
  }
  var notAllOverwrittenHint: String {
    "have an administrator look at the file, and tell the auditor: safekeep vault doctor"
  }
  func excerptsEnded(_ count: Int) -> String {
    count == 1 ? "1 share of it has ended" : "\(count) shares of it have ended"
  }
  func sharedAnew(_ names: String) -> String {
    "what was shared with it ended too; what is still needed of it is shared anew: \(names)"
  }
  func nobodyFoundBy(_ field: String) -> String {
    "from now on nobody, not even who may read it, finds this person by: \(field); so the person may be given a"
      + " second file unseen"
  }
  var notFoundYet: String {
    "nobody finds the person by it yet; whoever has this case and reads all of who the person is runs:"
      + " safekeep vault doctor --index"
  }
  var nothingRestricted: String { "nothing is restricted in this case" }
  var keptFields: String { "Restricted by the person" }
  func keptUnseen(_ names: String) -> String {
    "not on this page, for the person restricts it; that does not mean that there is nothing: \(names)"
  }
  var restrictedField: String { "Field restricted" }
  var keptFrom: String { "Kept from" }
  var anOffice: String { "an office" }
  var setByEntry: String { "Set by entry" }
  var liftedByEntry: String { "Lifted by entry" }
  var waitsForHolder: String { "for the next command of somebody who reads the field" }
}

extension Vietnamese {
  var optionRestrictedField: String { "Tên trường như trong biểu mẫu: person.phone." }
  var optionExcludedRole: String { "Vai trò không được xem trường này." }
  var optionExcludedOffice: String {
    "Một đơn vị không được xem trường này; tên đơn vị được hỏi sau."
  }
  var optionExcludedCard: String {
    "Kèm --office: thẻ kho của đơn vị đó, để nhận ra đơn vị cả khi đổi tên."
  }
  var argumentRestriction: String { "Mục hạn chế, theo tên khi xem bằng restriction show." }
  var roleOrOffice: String { "xin nêu --role VAI_TRÒ hoặc --office, không dùng cả hai" }
  var notRestrictable: String {
    "không thể hạn chế trường này: danh sách hồ sơ và chính các mục hạn chế cần đến"
  }
  var tooManyRestricted: String {
    "hồ sơ này đã có số trường bị hạn chế tối đa trong một nhóm; không thay đổi gì"
  }
  func lastReader(_ fieldClass: String, entry: Int) -> String {
    "không thực hiện: sẽ không còn ai đọc được trường thuộc nhóm \(fieldClass); đã ghi vào nhật ký,"
      + " mục số \(entry)"
  }
  var lastReaderHint: String {
    "xin giao hồ sơ trước cho người được phép đọc; nếu cán bộ phụ trách hoặc trực y tế không được xem,"
      + " người đang đọc được sẽ trao khóa khi dùng một lệnh bất kỳ: safekeep case assign MÃ_HỒ_SƠ TÀI_KHOẢN;"
      + " phần mà cán bộ phụ trách còn thiếu sau khi khôi phục khóa thì người đang có hồ sơ trao lại khi xem hồ sơ;"
      + " nếu người đó không thể làm được nữa (đã mất, không liên lạc được, hoặc là người cần ngăn truy cập):"
      + " safekeep staff suspend TÀI_KHOẢN --unread"
  }
  var restrictedToNobodyHint: String {
    "xin hạn chế với ít người hơn, hoặc giao hồ sơ trước cho người không bị hạn chế:"
      + " safekeep case assign MÃ_HỒ_SƠ TÀI_KHOẢN"
  }
  func restrictionSet(field: String, code: String, entry: Int) -> String {
    "đã hạn chế \(field) của hồ sơ \(code), mục nhật ký số \(entry)"
  }
  func restrictionLifted(code: String, entry: Int) -> String {
    "đã bỏ hạn chế trong hồ sơ \(code), mục nhật ký số \(entry)"
  }
  func keptWithIt(_ names: String) -> String {
    "thông tin được suy ra từ trường này cũng không cho vai trò đó xem, và được bỏ hạn chế cùng lúc: \(names)"
  }
  var keptInEmergency: String {
    "hạn chế này có hiệu lực cả trong trường hợp khẩn cấp: người mở khẩn cấp theo vai trò đó không xem được trường này, xin"
      + " cho người đó biết"
  }
  var openInEmergency: String {
    "trong trường hợp khẩn cấp, cán bộ phụ trách có thể mở trường này cùng với lớp thông tin cho trực y tế xem, tối đa một"
      + " giờ; xin cho người đó biết"
  }
  func figuresWithout(_ field: String) -> String {
    "từ nay số liệu thống kê không dùng trường này, với cả cán bộ phụ trách và cán bộ thống kê, và tính là chưa rõ:"
      + " \(field)"
  }
  func freeWithIt(_ names: String) -> String {
    "thông tin được suy ra từ trường này cũng được bỏ hạn chế: \(names)"
  }
  var figuresAnew: String {
    "số liệu thống kê của hồ sơ này đã được lập lại, trừ phần vẫn còn bị hạn chế"
  }
  var followsLabel: String { "Kéo theo" }
  var sealedByNextHolder: String {
    "từ nay những người đó không được xem; khi một người đọc được trường này dùng lệnh tiếp theo, trường"
      + " này còn được niêm phong bằng khóa mà họ không có"
  }
  var openedByNextHolder: String {
    "khi một người đọc được trường này dùng lệnh tiếp theo, trường này được mở lại; đến khi đó những"
      + " người khác chưa đọc được"
  }
  func notAllOverwritten(entry: Int) -> String {
    "trường đã nằm dưới khóa mới, nhưng bản đã ghi đè vẫn còn trong tệp records.db, người giữ khóa trước đây vẫn mở"
      + " được; đã ghi vào nhật ký, mục số \(entry)"
  }
  var notAllOverwrittenHint: String {
    "xin báo người kiểm tra và nhờ người quản trị kiểm tra tệp: safekeep vault doctor"
  }
  func excerptsEnded(_ count: Int) -> String { "đã chấm dứt \(count) lần chia sẻ trường này" }
  func sharedAnew(_ names: String) -> String {
    "các trường được chia sẻ cùng cũng đã chấm dứt; nếu còn cần, xin chia sẻ lại: \(names)"
  }
  func nobodyFoundBy(_ field: String) -> String {
    "từ nay không ai tìm được người này theo: \(field), kể cả người được xem; vì vậy người này có thể bị mở"
      + " thêm hồ sơ thứ hai mà không ai biết"
  }
  var notFoundYet: String {
    "chưa ai tìm được người này theo trường đó; người đang giữ hồ sơ và đọc được đầy đủ thông tin nhân thân"
      + " chạy: safekeep vault doctor --index"
  }
  var nothingRestricted: String { "hồ sơ này không có hạn chế nào" }
  var keptFields: String { "Hạn chế theo yêu cầu của chủ thể dữ liệu" }
  func keptUnseen(_ names: String) -> String {
    "trang này không thể hiện do chủ thể dữ liệu hạn chế; điều đó không có nghĩa là không có thông tin: \(names)"
  }
  var restrictedField: String { "Trường bị hạn chế" }
  var keptFrom: String { "Không cho xem" }
  var anOffice: String { "một đơn vị" }
  var setByEntry: String { "Đặt tại mục nhật ký số" }
  var liftedByEntry: String { "Bỏ tại mục nhật ký số" }
  var waitsForHolder: String { "lệnh tiếp theo của một người đọc được trường này" }
}
