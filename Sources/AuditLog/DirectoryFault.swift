/// Which rule of the directory an entry breaks.
///
/// Every rule that ``Roster`` holds has one code, so that a report can say which, and a test can break
/// each.
public enum DirectoryFault: String, Hashable, Sendable, CaseIterable {
  /// Entry 0 is not `vault.create`, or a later one is.
  case first
  /// The origin is not made from the root key.
  case originKey
  /// A key that this act must carry is missing or has no such form.
  case missingKey
  /// The key text is named otherwise than this log names such a key.
  case keyName
  /// The key text holds another key than the entry says.
  case keyActor
  /// The key was seen before, in whatever part.
  case keyKnown
  /// The box key is not a point that a secret can be sealed to.
  case boxKey
  /// The signer does not have the role that this act needs.
  case signerRole
  /// No such role, or no such standing role.
  case roleUnknown
  /// The entry answers no invitation of the key that signed it.
  case invitation
  /// The invitation was used before.
  case invitationUsed
  /// More than seven days have passed since the invitation.
  case invitationExpired
  /// A member who is not suspended already has this handle.
  case handleTaken
  /// No member has this key now.
  case memberUnknown
  /// The member acted on is suspended.
  case memberSuspended
  /// The role is in force already, or waits already.
  case roleHeld
  /// The role is neither in force nor waiting.
  case roleNotHeld
  /// The role and another of the same member exclude each other.
  case roleExcluded
  /// A first role must answer the enrolment and be the role of the invitation.
  case enrolment
  /// The second person is not one who may be it.
  case second
  /// Nobody is the second person for themselves or for what they began.
  case ownSecond
  /// The entry answers something that does not wait.
  case nothingWaits
  /// The epoch or version is not the next one.
  case epoch
}
