import Columns
import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Names of columns` {
    private let dictionary = HeaderDictionary.names(of: .valueMap)

    @Test(arguments: [
        ("stakeholders", Meaning.stakeholder), ("Who changes?", .stakeholder), ("STAKEHOLDER GROUP", .stakeholder),
        ("Beneficiaries", .stakeholder), ("Who is affected", .stakeholder), ("Rhanddeiliaid", .stakeholder),
        ("no. of people", .quantity), ("No of people", .quantity), ("Number of people", .quantity),
        ("# of people", .quantity),
        ("How much (quantity)", .quantity), ("Quantity", .quantity), ("How many?", .quantity),
        ("Number who changed", .quantity),
        ("drop off", .dropOff), ("Drop-off %", .dropOff), ("DROPOFF", .dropOff), ("Drop off (%)", .dropOff),
        ("what would have happened anyway", .deadweight), ("What would have happened without us?", .deadweight),
        ("Deadweight", .deadweight), ("Dead-weight", .deadweight), ("Deadweight (%)", .deadweight),
        ("Attribution %", .attribution), ("Who else contributed?", .attribution), ("% due to others", .attribution),
        ("Rhanddeiliad / Stakeholder", .stakeholder), ("Quantity\nNifer", .quantity),
        ("Gwerth uned | Unit cost", .proxy),
        ("Quan\u{AD}tity", .quantity), ("Dead\u{200B}weight", .deadweight), ("Outcome 🎯", .outcome),
        ("Displacement", .displacement), ("What did you displace?", .displacement),
        ("What will/did change?", .outcome), ("What changed?", .outcome), ("Outcomes", .outcome),
        ("Benefits", .outcome),
        ("Financial value (proxy) £", .proxy), ("Value of proxy (£)", .proxy), ("Unit cost", .proxy),
        ("What is it worth (£ each)", .proxy),
        ("Proxy value", .proxy),
        ("Financial proxy", .proxyName), ("Proxy description", .proxyName),
        ("Benefit period", .duration), ("Benefit period (years)", .duration), ("How long does it last?", .duration),
        ("Duration (yrs)", .duration), ("Outcomes start (1 in the activity, 2 after)", .start),
        ("Price year", .priceYear),
        ("Source of proxy", .proxySource), ("Where the proxy comes from", .proxySource),
        ("Drop-off % per year", .dropOff), ("Data source", .indicatorSource), ("How do we know?", .indicator),
        ("Inputs", .input), ("What do they invest?", .input), ("Value of input", .inputAmount),
        ("Cash or in-kind", .inputKind),
        ("quantity low", .quantityLow), ("Quantity (low)", .quantityLow), ("Proxy value (high)", .proxyHigh),
        ("proxy (high)", .proxyHigh), ("Deadweight % max", .deadweightHigh), ("Lower quantity", .quantityLow),
        ("Impact", .calculated), ("Total present value", .calculated), ("Year 1", .calculated),
        ("Our share", .ownShare),
        ("% due to us", .ownShare), ("Canlyniad", .outcome), ("Pwysau marw", .deadweight),
        ("Dirprwy ariannol", .proxyName),
    ])
    func `that practitioners use are recognised`(name: String, meaning: Meaning) {
        #expect(dictionary.match(HeaderText(name))?.meaning == meaning)
    }

    @Test(arguments: [
        ("Stakehoder", Meaning.stakeholder), ("Deadwieght", .deadweight), ("Atribution", .attribution),
        ("Quantitiy", .quantity),
        ("Expected duration of the change", .duration), ("Which outcome do you claim", .outcome),
        ("Deadweight rate used in this project", .deadweight), ("Dispalcement %", .displacement),
    ])
    func `that are mistyped or longer are guessed`(name: String, meaning: Meaning) {
        #expect(dictionary.match(HeaderText(name)) == nil)
        #expect(dictionary.guess(HeaderText(name))?.meaning == meaning)
    }

    @Test func `in the table are found by themselves`() {
        for kind in TakenSheet.Kind.allCases {
            let dictionary = HeaderDictionary.names(of: kind)
            for entry in ColumnMeaning.choices(for: kind) {
                for name in entry.names + entry.looseNames where HeaderText(name).bound == nil {
                    #expect(dictionary.match(HeaderText(name))?.meaning == entry.meaning, "\(name)")
                }
            }
        }
    }
}
