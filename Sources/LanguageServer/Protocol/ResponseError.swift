/// Why a request could not be answered.
///
/// Source: JSON-RPC 2.0, 5.1 "Error object"; Language Server Protocol 3.17, "ErrorCodes".
struct ResponseError: Error, Sendable, Hashable {
  /// The number that says which kind of error it is.
  var code: Int
  /// What is wrong, in a sentence.
  var message: String

  /// The bytes are no JSON, or no message.
  static func parseError(_ message: String) -> Self { .init(code: -32700, message: message) }

  /// The JSON is no request that can be answered now.
  static func invalidRequest(_ message: String) -> Self { .init(code: -32600, message: message) }

  /// There is no such method.
  static func methodNotFound(_ method: String) -> Self {
    .init(code: -32601, message: "There is no method '\(method)'.")
  }

  /// The parameters are not those of the method.
  static func invalidParameters(_ message: String) -> Self { .init(code: -32602, message: message) }

  /// The first request must be `initialize`.
  static let notInitialized = Self(code: -32002, message: "The server is not initialized yet.")

  /// The request is well formed, but what it asks for cannot be done.
  static func requestFailed(_ message: String) -> Self { .init(code: -32803, message: message) }
}
