import HTML
import Lookup
import Valuation
import Words

/// The fields for what is stated beside the workbook: who, for whom, which service and when; and what money means.
struct StatedFields {
    /// By the names of the options.
    let values: [String: String]
    /// Whether currency and discounting are asked too.
    let currency: Bool
    /// The shared word that was taken for the service before the form came back.
    var taken: OfferingField.Taken?

    static func title(of name: String) -> Phrase? {
        switch name {
        case "provider": "Provider"
        case "commissioner": "For whom"
        case "service": "Service"
        case "period": "Period"
        case "currency": "Currency"
        case "discount-rate": "Discount rate"
        case "convention": "When in a year a benefit counts"
        default: nil
        }
    }

    static let names = ["provider", "commissioner", "service", "period", "currency", "discount-rate", "convention"]

    var body: HTML {
        .group([
            text("provider", "Provider", "The organisation that provides the service."),
            text("commissioner", "For whom", "The organisation that pays for it."),
            service,
            text("period", "Period", "For example: 1 April 2025 to 31 March 2026."),
            currency ? money : .nothing,
        ])
    }

    private var money: HTML {
        .group([
            text("currency", "Currency", "A code of three letters, such as GBP.", width: "short"),
            text(
                "discount-rate", "Discount rate",
                "How much less a later year counts. The public sector in the UK uses 3.5%.", width: "short"),
            div(.classes("field")) {
                label(.for("convention")) { "When in a year a benefit counts" }
                span(.classes("hint"), .id("convention-hint")) { "Where nobody says, it is at the end." }
                select(
                    .id("convention"), .name("convention"), .classes("medium"), .aria("describedby", "convention-hint")
                ) {
                    choice("", "As the workbook says")
                    choice(Convention.endOfYear.rawValue, "At the end of the year")
                    choice(Convention.midYear.rawValue, "In the middle of the year")
                    choice(Convention.startOfYear.rawValue, "At the start of the year")
                }
            },
        ])
    }

    /// Others may say the same in other words.
    private var service: HTML {
        div(.classes("field")) {
            label(.for("service")) { "Service" }
            span(.classes("hint"), .id("service-hint")) { "What the service or project is called." }
            OfferingField(
                "service", picks: OfferingField.service, .service, longest: 200, value: values["service"] ?? "",
                taken: taken, about: "service-hint"
            ).body
        }
    }

    private func choice(_ value: String, _ name: Phrase) -> HTML {
        option(.value(value), .selected(value == values["convention"] ?? "")) { name }
    }

    private func text(_ name: String, _ title: Phrase, _ hint: Phrase, width: String = "") -> HTML {
        div(.classes("field")) {
            label(.for(name)) { title }
            span(.classes("hint"), .id("\(name)-hint")) { hint }
            input(
                .type("text"), .id(name), .name(name), .when(!width.isEmpty, .classes(width)), .maxlength(200),
                .value(values[name] ?? ""), .autocomplete("off"), .aria("describedby", "\(name)-hint"))
        }
    }
}
