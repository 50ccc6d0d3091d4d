import COpenBLAS
import CPcre2
import CStemmer

/// The version of PCRE2 that is in use, for the administrator's check.
package var expressionLibraryVersion: String {
    let length = pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), nil)
    var text = [CChar](repeating: 0, count: max(1, Int(length)))
    guard length > 0, pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &text) >= 0 else { return "" }
    // It is followed by a date.
    let words = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
        separator: " ")
    return words.first.map(String.init) ?? ""
}

/// The version of OpenBLAS that is in use, for the administrator's check.
package var algebraLibraryVersion: String {
    guard let text = openblas_get_config() else { return "" }
    // It begins with the name: “OpenBLAS 0.3.21 NO_LAPACKE …”.
    let words = String(cString: text).split(separator: " ")
    return words.first { $0.first?.isNumber ?? false }.map(String.init) ?? ""
}

/// The languages whose words Snowball's library can stem, for the administrator's check.
package var stemmedLanguages: [String] {
    guard var next = sb_stemmer_list() else { return [] }
    var found: [String] = []
    while let name = next.pointee {
        found.append(String(cString: name))
        next += 1
    }
    return found
}
