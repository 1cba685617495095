import Testing

@testable import Casework

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> FormInput { try FormInput(json: Array(text.utf8)) }

  @Test func valuesKeepTheirShapes() throws {
    let input = try read(
      #"""
       {"case":"K7M-2QX-9T8","full_name":"Hoà \"x\" \u00e0\ud83d\ude00\n","quantity":2.50,
        "amount_vnd":-12e3,"urgent_needs":["food",7],"stateless":true,
        "phone":{"state":"declined"} , "empty":[]}
      """#)
    #expect(
      input.values == [
        "full_name": .text("Hoà \"x\" à😀\n"), "quantity": .text("2.50"),
        "amount_vnd": .text("-12e3"), "urgent_needs": .list(["food", "7"]),
        "stateless": .bool(true), "phone": .state("declined"), "empty": .list([]),
      ])
    #expect(input.caseCode == "K7M-2QX-9T8")
    #expect(input.faults.isEmpty)
  }

  @Test(arguments: [
    "", " ", "[]", "7", "{", "{}x", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#,
    #"{"a":01}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":+1}"#, #"{"a":1e}"#, #"{"a":tru}"#,
    #"{"a":"\x"}"#, #"{"a":"\ud83d"}"#, #"{"a":"\ud83dx"}"#, #"{"a":"\ude00\ud83d"}"#,
    #"{"a":"\u12g4"}"#, "{\"a\":\"\u{1}\"}", #"{"a":"b}"#, #"{"a":1 "b":2}"#,
    #"{"a":[[[[1]]]]}"#, "\u{FEFF}{}",
  ])
  func whatIsNotOneObjectIsRefused(text: String) {
    #expect { try read(text) } throws: { error in
      if case CaseworkError.json = error { true } else { false }
    }
  }

  /// Which of the two was meant?
  @Test func aNameThatStandsTwiceIsSaidToStandTwice() {
    #expect(throws: CaseworkError.jsonTwice(at: 10)) { try read(#"{"a":1,"a":1}"#) }
    #expect(throws: CaseworkError.jsonTwice(at: 15)) { try read(#"{"a":{"b":1,"b":2}}"#) }
  }

  @Test func bytesThatAreNotTextAreRefused() {
    let bytes = Array(#"{"a":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    #expect(throws: CaseworkError.self) { try FormInput(json: bytes) }
  }

  @Test(arguments: [
    #"{"a":null}"#, #"{"a":[true]}"#, #"{"a":{"state":7}}"#, #"{"a":{"declined":true}}"#,
    #"{"a":{"state":"declined","value":"x"}}"#, #"{"a":[["x"]]}"#,
  ])
  func whatNoFieldTakesIsAFaultOfTheField(text: String) throws {
    let input = try read(text)
    #expect(input.values.isEmpty)
    #expect(input.faults == [FieldFault(field: "a", fault: .wrongShape)])
  }

  @Test func theCaseIsHeldAgainstTheArgument() throws {
    let code = CaseCode.makeRandom()
    let loose = code.symbols.lowercased()
    try read(#"{"case":"\#(loose)"}"#).checkIsFor(code)
    #expect(throws: CaseworkError.caseMissing) { try read("{}").checkIsFor(code) }
    #expect(throws: CaseworkError.caseDiffers) {
      try read(#"{"case":"\#(CaseCode.makeRandom().text)"}"#).checkIsFor(code)
    }
    #expect(throws: CaseworkError.caseDiffers) { try read(#"{"case":"x"}"#).checkIsFor(code) }
  }
}
