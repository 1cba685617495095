import Glibc

/// libFuzzer's own loop (LLVM, FuzzerInterface.h), with a body of ours.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The parser that is fuzzed; SAFEKEEP_FUZZ names it, since the words on the command line are libFuzzer's.
let target: FuzzTarget = {
  let name = getenv("SAFEKEEP_FUZZ").map { String(cString: $0) } ?? ""
  if let found = FuzzTarget.all.first(where: { $0.name == name }) { return found }
  for known in FuzzTarget.all { print(known.name) }
  exit(name == "list" ? 0 : 64)
}()

/// One input. A parser that refuses it is right; one that traps, hangs or says back something else is not.
@_cdecl("LLVMFuzzerTestOneInput")
func runOnce(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

/// SwiftPM calls the module's own entry, and the runtime's `main` is not linked: so the loop is begun here.
@_cdecl("Fuzz_main")
func start(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  _ = target
  var (count, arguments) = (count, arguments)
  return withUnsafeMutablePointer(to: &arguments) { runDriver(&count, $0, runOnce) }
}
