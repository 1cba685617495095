/// One line for each command, as `--help` lists it: a function a subject. A command without a line
/// would be shown by its name in both languages, and a test finds it.
protocol CommandHelpWords {
  func abstract(of topic: Topic) -> String
}

extension English {
  func abstract(of topic: Topic) -> String {
    noun(topic) ?? office(topic) ?? caseFile(topic) ?? formOrLog(topic) ?? outside(topic)
      ?? rulesOrApproval(topic) ?? release(topic) ?? printing(topic) ?? emergency(topic)
      ?? evidenceHelp(topic) ?? topic.rawValue
  }

  private func noun(_ topic: Topic) -> String? {
    switch topic {
    case .root: "Confidential records of victims of human trafficking."
    case .vault: "The vault as a whole."
    case .unlock: "Unlock for ten idle minutes, eight hours at most."
    case .lock: "Lock at once."
    case .whoami: "Say who is at work, and until when."
    case .passphrase: "The passphrase."
    case .staff: "Members: how they come, what they may, how they go."
    case .caseNoun: "Case files."
    case .person: "Who the person is."
    case .reception: "Reception: how the person came."
    case .verification: "Verification of the first information."
    case .identification: "Identification as a victim, and what it rests on."
    case .rescue: "Rescue and hand-over."
    case .protection: "Protection measures and risk."
    case .support: "Support under chapter V of Law 53/2024/QH15."
    case .health: "Health fields, for health staff."
    case .consent: "Consent of the person, and its withdrawal."
    case .restriction: "What the person wants kept from whom."
    case .referral: "Referral to another body."
    case .request: "What the person asks of their own data."
    case .approval: "What waits for a second person."
    case .due: "Time limits, soonest first, with the article behind each."
    case .evidence: "Papers and files kept as evidence."
    case .intake: "Registers of arrivals."
    case .stats: "Totals; small numbers are suppressed unless official."
    case .print: "Printed pages."
    case .rules: "The rule book."
    case .key: "Keys: renewal, recovery, drills."
    case .emergency: "Emergency access, reviewed afterwards."
    case .log: "The log: who looked, who wrote, who was refused."
    default: nil
    }
  }

  private func office(_ topic: Topic) -> String? {
    switch topic {
    case .vaultCreate: "Make a vault, its root key and its first administrator."
    case .vaultStatus: "Say what the vault is, what it protects against and what it does not."
    case .vaultBackup: "Copy records and custody, read back and proved."
    case .vaultRestore: "Make a vault again from proved backups; two people."
    case .vaultDoctor: "Look for what is wrong with the files."
    case .vaultCard: "Public keys and name, for other vaults."
    case .passphraseChange: "Change your passphrase; the keys stay."
    case .staffAdd: "Invite a member; prints a code that works once."
    case .staffEnrol: "Take up an invitation: make your own keys."
    case .staffAdmit: "Admit a member, fingerprint compared in person."
    case .staffList: "List members and their roles."
    case .staffShow: "Show one member."
    case .staffSuspend: "End a member's access at once."
    case .keyStatus: "How old which key is, what is due and by whom."
    case .keyRotate: "New keys: of custody and the log, or your own with --self."
    case .keyRecover: "Give back what recovery holds; two trustees with their shares."
    case .keyDrill: "See that two shares of a seed still fit; nothing is opened."
    case .keyShare: "Show you your own share of the recovery seed."
    case .staffRole: "Give or take a role."
    case .staffRoleAdd: "Give a further role; a second person gives it force."
    case .staffRoleRemove: "Take a role back, and what it opened."
    default: nil
    }
  }

  private func caseFile(_ topic: Topic) -> String? {
    switch topic {
    case .caseOpen: "Open a case file."
    case .caseShow: "Show a case; restricted classes only when asked for."
    case .caseList: "List cases by code, without names."
    case .caseFind: "Find a person, with or without accents."
    case .caseAssign: "Assign a case to a member."
    case .caseRecord: "Record what the file itself says: category, law, path, unit."
    case .caseStep: "Move the legal status; --dry-run says what is missing."
    case .caseLink: "Link two files: dependant, relative, same person."
    case .caseShare: "Let a member read named fields until a day."
    case .caseUnshare: "End a share."
    case .caseRetract: "Take a wrong entry out of sight."
    case .caseClose: "Close a case, with its reason."
    case .caseReopen: "Open a closed case again."
    case .caseTransfer: "Hand a case to another vault."
    case .caseReceive: "Take a case from another vault."
    case .caseHistory: "What fields of a case were before: every kept version, newest first."
    case .caseAccesses: "Who looked at a case, for the person concerned."
    case .caseErase: "Ask a second person to have a case, or a part of it, erased for good."
    default: nil
    }
  }

  private func formOrLog(_ topic: Topic) -> String? {
    switch topic {
    case .stageRecord: "Ask for the fields of this stage and record them."
    case .stageShow: "Show the fields of this stage."
    case .restrictionSet: "Keep a field from a role or an office, as the person asks."
    case .restrictionLift: "Lift a restriction, as the person asks."
    case .restrictionShow: "Show what is kept from whom, since when and why."
    case .supportExtend: "Ask a lead to lengthen the stay that goes on."
    case .intakeTemplate: "Print an empty register."
    case .intakeImport: "Import a register: all of it or nothing."
    case .logShow: "Show entries."
    case .logStatus: "Size, head, and what nothing outside holds yet."
    case .logVerify: "Check every entry, signature and pin."
    case .logExport: "Write the log for an auditor, without any case data."
    case .logPin: "Keep the head of now in a file that lies elsewhere."
    case .logProve: "Write one entry and the proof that it is in the log."
    case .logCompare: "Hold two exports or checkpoints against each other; needs no vault."
    case .logAcceptRollback: "Go on with a vault that was put back; two people."
    case .logTail: "Show entries as they are written."
    case .logReport: "Report who looked at what, and what should be looked into."
    case .logReveal: "Tell which case a pseudonym is; two people."
    case .logExportEvents: "Write the log for other systems: FHIR, OCSF, CSV, NDJSON."
    default: nil
    }
  }
}

extension Vietnamese {
  func abstract(of topic: Topic) -> String {
    noun(topic) ?? office(topic) ?? caseFile(topic) ?? formOrLog(topic) ?? outside(topic)
      ?? rulesOrApproval(topic) ?? release(topic) ?? printing(topic) ?? emergency(topic)
      ?? evidenceHelp(topic) ?? topic.rawValue
  }

  private func noun(_ topic: Topic) -> String? {
    switch topic {
    case .root: "Hồ sơ mật của nạn nhân bị mua bán."
    case .vault: "Kho hồ sơ."
    case .unlock: "Mở khóa trong mười phút không thao tác, tối đa tám giờ."
    case .lock: "Khóa ngay."
    case .whoami: "Cho biết ai đang làm việc và đến khi nào."
    case .passphrase: "Mật khẩu."
    case .staff: "Thành viên: vào, quyền hạn, rời đi."
    case .caseNoun: "Hồ sơ của từng người."
    case .person: "Nhân thân của người được hỗ trợ."
    case .reception: "Tiếp nhận."
    case .verification: "Xác minh thông tin ban đầu."
    case .identification: "Xác định nạn nhân và căn cứ xác định."
    case .rescue: "Giải cứu và bàn giao."
    case .protection: "Biện pháp bảo vệ và mức nguy cơ."
    case .support: "Hỗ trợ theo Chương V Luật số 53/2024/QH15."
    case .health: "Thông tin y tế, dành cho cán bộ y tế."
    case .consent: "Sự đồng ý của chủ thể dữ liệu và việc rút lại."
    case .restriction: "Hạn chế theo yêu cầu của chủ thể dữ liệu."
    case .referral: "Chuyển tuyến đến cơ quan, cơ sở khác."
    case .request: "Yêu cầu của chủ thể đối với dữ liệu của mình."
    case .approval: "Việc đang chờ người thứ hai."
    case .due: "Thời hạn, gần nhất trước, kèm điều luật."
    case .evidence: "Giấy tờ, tệp được giữ làm chứng cứ."
    case .intake: "Sổ tiếp nhận."
    case .stats: "Số liệu tổng hợp; số nhỏ được che, trừ báo cáo chính thức."
    case .print: "Trang in."
    case .rules: "Bộ quy tắc."
    case .key: "Khóa: thay mới, khôi phục, diễn tập."
    case .emergency: "Truy cập khẩn cấp, được xem xét lại sau đó."
    case .log: "Nhật ký: ai đã xem, ai đã ghi, ai bị từ chối."
    default: nil
    }
  }

  private func office(_ topic: Topic) -> String? {
    switch topic {
    case .vaultCreate: "Tạo kho hồ sơ, khóa gốc và quản trị đầu tiên."
    case .vaultStatus: "Cho biết tình trạng kho, kho bảo vệ trước gì và không bảo vệ trước gì."
    case .vaultBackup: "Sao lưu tệp hồ sơ và tệp giữ khóa, có kiểm chứng."
    case .vaultRestore: "Lập lại kho từ bản sao lưu đã kiểm chứng; cần hai người."
    case .vaultDoctor: "Tìm lỗi của các tệp."
    case .vaultCard: "Khóa công khai và tên, dành cho kho khác."
    case .passphraseChange: "Đổi mật khẩu; khóa giữ nguyên."
    case .staffAdd: "Mời thành viên; in mã dùng một lần."
    case .staffEnrol: "Nhận lời mời: tự tạo khóa của mình."
    case .staffAdmit: "Phê duyệt thành viên, đối chiếu trực tiếp mã khóa."
    case .staffList: "Danh sách thành viên và vai trò."
    case .staffShow: "Xem một thành viên."
    case .staffSuspend: "Chấm dứt ngay quyền của một thành viên."
    case .keyStatus: "Tuổi của từng khóa, khóa nào đến hạn thay và ai thay."
    case .keyRotate: "Thay khóa: của tệp giữ khóa và nhật ký, hoặc của mình với --self."
    case .keyRecover: "Khôi phục những gì khóa khôi phục mở được; hai người giữ mảnh khóa."
    case .keyDrill: "Diễn tập: hai mảnh khóa còn khớp nhau không; không mở gì."
    case .keyShare: "Cho người giữ mảnh khóa xem mảnh của mình."
    case .staffRole: "Giao hoặc thu hồi vai trò."
    case .staffRoleAdd: "Giao thêm vai trò; người thứ hai xác nhận thì vai trò mới có hiệu lực."
    case .staffRoleRemove: "Thu hồi vai trò cùng những gì vai trò đó mở được."
    default: nil
    }
  }

  private func caseFile(_ topic: Topic) -> String? {
    switch topic {
    case .caseOpen: "Lập hồ sơ."
    case .caseShow: "Xem hồ sơ; nhóm hạn chế chỉ khi được yêu cầu."
    case .caseList: "Danh sách hồ sơ theo mã, không có tên."
    case .caseFind: "Tìm người, có dấu hoặc không dấu."
    case .caseAssign: "Giao hồ sơ cho thành viên."
    case .caseRecord:
      "Ghi thông tin của hồ sơ: đối tượng, chế độ pháp luật, kênh, đơn vị."
    case .caseStep: "Chuyển tình trạng pháp lý; --dry-run cho biết còn thiếu gì."
    case .caseLink: "Liên kết hai hồ sơ: người đi cùng, người thân thích, cùng một người."
    case .caseShare: "Cho thành viên đọc các trường đã nêu đến một ngày."
    case .caseUnshare: "Chấm dứt chia sẻ."
    case .caseRetract: "Thu hồi mục ghi sai."
    case .caseClose: "Kết thúc hồ sơ, có lý do."
    case .caseReopen: "Mở lại hồ sơ đã kết thúc."
    case .caseTransfer: "Chuyển giao hồ sơ cho kho khác."
    case .caseReceive: "Tiếp nhận hồ sơ từ kho khác."
    case .caseHistory:
      "Các giá trị trước đây của hồ sơ: mọi phiên bản còn giữ, mới nhất trước."
    case .caseAccesses: "Ai đã xem hồ sơ, dành cho chính chủ thể dữ liệu."
    case .caseErase:
      "Đề nghị người thứ hai xóa, hủy vĩnh viễn hồ sơ hoặc một phần hồ sơ."
    default: nil
    }
  }

  private func formOrLog(_ topic: Topic) -> String? {
    switch topic {
    case .stageRecord: "Hỏi và ghi nhận các trường của khâu này."
    case .stageShow: "Xem các trường của khâu này."
    case .restrictionSet: "Hạn chế một trường với một vai trò hoặc đơn vị, theo yêu cầu."
    case .restrictionLift: "Bỏ hạn chế, theo yêu cầu của chủ thể dữ liệu."
    case .restrictionShow: "Xem trường nào bị hạn chế với ai, từ khi nào, vì sao."
    case .supportExtend: "Đề nghị cán bộ phụ trách gia hạn đợt lưu trú đang diễn ra."
    case .intakeTemplate: "In sổ tiếp nhận trống."
    case .intakeImport: "Nhập sổ tiếp nhận: toàn bộ hoặc không gì cả."
    case .logShow: "Xem các mục."
    case .logStatus: "Số mục, mục mới nhất, phần chưa được lưu giữ bên ngoài."
    case .logVerify: "Kiểm tra mọi mục, chữ ký và mốc đối chiếu."
    case .logExport: "Xuất nhật ký cho người kiểm tra, không có dữ liệu hồ sơ."
    case .logPin: "Lưu phần đầu hiện tại của nhật ký vào tệp cất ở nơi khác."
    case .logProve: "Ghi ra một mục cùng bằng chứng mục đó nằm trong nhật ký."
    case .logCompare: "Đối chiếu hai bản xuất hoặc điểm kiểm chứng; không cần kho hồ sơ."
    case .logAcceptRollback: "Dùng tiếp kho đã bị đưa về trạng thái cũ; cần hai người."
    case .logTail: "Xem các mục ngay khi được ghi."
    case .logReport: "Báo cáo ai đã xem gì và những việc cần được xem xét."
    case .logReveal: "Cho biết một bí danh là hồ sơ nào; cần hai người."
    case .logExportEvents: "Xuất nhật ký cho hệ thống khác: FHIR, OCSF, CSV, NDJSON."
    default: nil
    }
  }
}
