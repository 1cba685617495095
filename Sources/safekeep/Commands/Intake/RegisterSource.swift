import Casework
import Glibc

/// The file of a register, held open: every pass reads the file that was opened, not whatever has
/// its name by then.
final class RegisterSource {
  private let descriptor: Int32

  /// - Throws: 66 where there is no such file, and for a directory, a pipe or a device: a register is read more than
  ///   once, and a pipe that nobody writes into would be waited for without end.
  init(_ path: String) throws(Fault) {
    descriptor = try InputFile.openPlain(path)
  }

  deinit { Kernel.close(descriptor) }

  /// From the beginning, piece by piece.
  var file: Casework.RegisterFile {
    { () throws(CaseworkError) in
      do throws(Kernel.Errno) { try Kernel.rewind(self.descriptor) } catch {
        throw .unreadable(errno: error.code)
      }
      return { () throws(CaseworkError) in
        do throws(Kernel.Errno) { return try Kernel.read(self.descriptor) } catch {
          throw .unreadable(errno: error.code)
        }
      }
    }
  }
}
