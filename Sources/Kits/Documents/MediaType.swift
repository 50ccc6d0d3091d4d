/// The media types of the documents that we hand out.
package enum MediaType {
    package static let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    package static let pdf = "application/pdf"
    package static let json = "application/json"
}
