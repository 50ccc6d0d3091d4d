/// What every answer tells the browser not to do.
///
/// `Referrer-Policy` is `same-origin` and not `no-referrer`: with that, browsers send `Origin: null` with our own forms.
func securityHeaders(isSecure: Bool) -> [(name: String, value: String)] {
    let content = [
        "default-src 'self'", "img-src 'self' data:", "style-src 'self'", "object-src 'none'", "base-uri 'none'",
        "frame-ancestors 'none'", "form-action 'self'",
    ]
    let headers = [
        ("Content-Security-Policy", content.joined(separator: "; ")),
        ("X-Content-Type-Options", "nosniff"),
        // For browsers that don't know `frame-ancestors`.
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    return isSecure ? headers + [("Strict-Transport-Security", "max-age=31536000")] : headers
}
