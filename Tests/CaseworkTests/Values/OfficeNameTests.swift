import Testing

@testable import Casework

@Suite struct OfficeNameTests {
  @Test(arguments: ["Ｂệnh viện Giả", "ＢỆＮＨ　ＶＩỆＮ　ＧＩẢ", "benh-vien gia, Hà Nội"])
  func anOfficeIsFoundHoweverItIsTyped(_ name: String) {
    #expect(OfficeName.isTaken(name, for: "Bệnh viện Giả"))
  }

  @Test func anotherIsAnother() {
    #expect(!OfficeName.isTaken("Ｂệnh viện Thật", for: "Bệnh viện Giả"))
  }
}
