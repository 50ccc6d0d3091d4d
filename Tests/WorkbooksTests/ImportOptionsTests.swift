import Testing
import Workbooks

@Suite struct `Options as they are given` {
    @Test func `say again what was stated, and no answer about a column`() {
        let options = ImportOptions(
            provider: "Kettle On", commissioner: "Northbrook = South, & Co.", service: "--period=none",
            period: "2025/26",
            currency: "GBP", language: "cy", discountRate: "3.5%", convention: "midYear",
            takes: ["Value map!I=notUsed"])
        var stated = options
        stated.takes = []
        #expect(ImportOptions(stated: options.given) == stated)
        #expect(
            ImportOptions(stated: ["--take=Value map!I=notUsed", "provider=Nobody", "--Provider=Nobody"])
                == ImportOptions())
    }
}
