/// What stops a run: a figure from a program that failed is no figure.
enum BenchError: Error {
  case doesNotStart(String, Int32)
  case failed(String, Int32)
  case database(Int32)
  case sealing
  case usage
}
