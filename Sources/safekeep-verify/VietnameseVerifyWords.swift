struct VietnameseVerifyWords: VerifyWords {
  var abstract: String { "Kiểm tra nhật ký đã xuất, chỉ dùng khóa công khai." }
  var example: String {
    """
    VÍ DỤ:
      safekeep-verify export-2026-11 --pin pins.txt

    Mã thoát: 0 đã chứng minh · 1 chỉ tự đối chiếu · 20 nhật ký không khớp · 64 câu lệnh sai · 65 tệp \
    được đưa vào không đúng thể thức · 66 không phải bản xuất nhật ký · 74 không đọc được tệp.
    """
  }
  var folderHelp: String { "Thư mục đã xuất." }
  var originHelp: String { "Tên nhật ký phải đúng: safekeep/ và 32 chữ số." }
  var pinHelp: String { "Tệp mốc đối chiếu đã giữ: mỗi mốc phải là phần đầu của nhật ký này." }
  var policyHelp: String {
    "Tệp nêu các nhật ký và số bên chứng kiến được chấp nhận (tlog-policy)."
  }
  var authorityHelp: String { "Chứng thư (PEM) của tổ chức cấp dấu thời gian được tin cậy." }
  var treeOnlyHelp: String { "Chỉ kiểm tra cây băm: không kiểm tra chữ ký của từng mục và thứ tự." }
  var jsonHelp: String { "Một dòng JSON." }
  var showHelp: String { "Hiển thị trợ giúp." }
  var showVersion: String { "Hiển thị phiên bản." }
  var languageHelp: String { "Ngôn ngữ (hoặc SAFEKEEP_LANG)." }
  var headings: [(String, String)] {
    [
      ("OVERVIEW:", "GIỚI THIỆU:"), ("USAGE:", "CÁCH DÙNG:"), ("ARGUMENTS:", "THAM SỐ:"),
      ("OPTIONS:", "TÙY CHỌN:"),
    ]
  }

  func log(_ origin: String, entries: Int, root: String) -> String {
    "Nhật ký \(origin), \(entries) mục, gốc cây \(root)."
  }
  func entriesFit(from: Int, to: Int) -> String {
    "Các mục từ \(from) đến \(to) khớp với nhau, với chữ ký, danh bạ, cây băm và phần đầu nhật ký."
  }
  func goneOnWith(_ entries: [Int]) -> String {
    "Đã đưa trở lại từ bản sao cũ và có đề nghị tiếp tục sử dụng: mục số "
      + entries.map(String.init).joined(separator: ", ")
      + ". Việc làm sau mỗi bản sao không có trong nhật ký này."
  }
  func keptBefore(_ from: Int) -> String {
    "Không xem các mục trước mục \(from): mốc đối chiếu đã giữ thay cho các mục này."
  }
  func treeFits(to: Int) -> String {
    "Các mục từ 0 đến \(to) khớp với cây băm và phần đầu nhật ký."
  }
  var treeIsNotEnough: String {
    "Chỉ kiểm tra cây băm. Người có khóa của nhật ký có thể lập cây như vậy từ các mục khác."
  }
  var heldByOrigin: String {
    "Theo tên nhật ký đã đưa: đây là nhật ký của kho đó, mọi người được khóa gốc của kho đưa vào."
  }
  func heldByPin(to: Int) -> String { "Đã chứng minh đến mục \(to), theo mốc đối chiếu đã giữ." }
  func unseenPins(_ sizes: String) -> String {
    "Chưa đối chiếu được, vì bản xuất không có phần đó: các mốc cỡ \(sizes)."
  }
  func heldByQuorum(to: Int) -> String {
    "Đã chứng minh đến mục \(to), theo số bên chứng kiến mà chính sách yêu cầu."
  }
  var quorumMissed: String { "Không có mốc nào đủ chữ ký của bên chứng kiến theo chính sách." }
  var policyAsksNobody: String {
    "Chính sách không yêu cầu bên chứng kiến nào (quorum none): theo đó, không có gì bên ngoài giữ các mục."
  }
  func cosignedByStranger(to: Int) -> String {
    "Chữ ký xác nhận cho các mục đến mục \(to) chưa nói lên điều gì: chính sách không nêu khóa này."
  }
  func cosignatureUnchecked(to: Int) -> String {
    "Chưa đối chiếu chữ ký xác nhận cho các mục đến mục \(to) với khóa nào của quý vị: hãy dùng --policy."
  }
  func cosigned(_ witness: String, to: Int, at time: String) -> String {
    "\(witness) đã ký xác nhận đến mục \(to), theo đồng hồ của bên chứng kiến lúc \(time)."
  }
  func stamped(to: Int, at time: String) -> String {
    "Dấu thời gian: các mục đến mục \(to) có trước \(time)."
  }
  func stampReceipt(from: Int) -> String { "Các mục từ mục \(from) trở đi có sau thời điểm đó." }
  func stampContradicted(by entry: Int, at time: String) -> String {
    "HAI ĐỒNG HỒ MÂU THUẪN VỚI NHAU: trái với thời điểm đó, mục \(entry) khai được ghi lúc \(time)."
  }
  func stampUnchecked(to: Int) -> String {
    "Chưa kiểm tra dấu thời gian cho các mục đến mục \(to): hãy dùng --tsa-ca."
  }
  func stampOfAnother(to: Int) -> String {
    "Dấu thời gian cho các mục đến mục \(to) chưa nói lên điều gì: không dẫn đến tổ chức nêu ở --tsa-ca."
  }
  func unheldTail(from: Int, to: Int) -> String {
    "Không có mốc hay bên chứng kiến nào giữ các mục từ \(from) đến \(to): không rõ sau đó còn mục nào không."
  }
  var provenAgainstItselfOnly: String {
    "Chỉ tự đối chiếu: hãy dùng --origin, --pin hoặc --policy có yêu cầu bên chứng kiến."
  }
  var treeAgainstItselfOnly: String {
    "Chỉ tự đối chiếu: với riêng cây thì --origin không giữ được gì. Hãy dùng --pin, --policy có yêu cầu bên chứng kiến, hoặc bỏ --tree-only."
  }
  func tail(from: Int, to: Int, since: String?) -> String {
    "Chưa có gì bên ngoài mà quý vị mang theo thấy các mục từ \(from) đến \(to)"
      + (since.map { "; mục đầu trong số đó khai được ghi lúc \($0)." } ?? ".")
  }
  var noTail: String { "Mọi mục đều đã có bên ngoài mà quý vị mang theo thấy." }
  var mode: String {
    "Chế độ vận hành: trực tiếp. Chương trình của mỗi thành viên mở các tệp của kho và đọc được tệp giữ khóa."
  }
  var limits: String {
    """
    Thứ tự đã được chứng minh; thời gian là do người ghi khai, trừ khi có dấu thời gian. Không nhật ký \
    nào cho thấy lần đọc bằng chương trình đã bị sửa với khóa của chính người đọc, hoặc các mục mới nhất \
    bị bỏ trước khi có người giữ mốc, các lần mở khóa thất bại bị xóa khỏi tệp, màn hình bị chụp lại.
    """
  }
}
