// swift-tools-version: 6.2
import PackageDescription

// The plan of the house: every module, the folder it lives in, and what it may import.
// Build with --explicit-target-dependency-import-check error (the scripts do): an undeclared import is then refused.

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

enum Floor: String {
    case engines = "Engines"
    case kits = "Kits"
    case features = "Features"
    case application = "Application"
}

func library(_ name: String, pkgConfig: String, package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/Libraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// `tables` are data files that the module carries within itself, read through `PackageResources`.
func module(_ name: String, on floor: Floor, uses: [String] = [], tables: [String] = []) -> Target {
    .target(
        name: name, dependencies: uses.map { .byName(name: $0) }, path: "Sources/\(floor.rawValue)/\(name)",
        resources: tables.map { .embedInCode($0) }, swiftSettings: settings)
}

func tests(of name: String, also: [String] = [], fixtures: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: ([name] + also).map { .byName(name: $0) }, path: "Tests/\(name)Tests",
        exclude: fixtures, swiftSettings: settings)
}

let libraries: [Target] = [
    .systemLibrary(name: "CMemory", path: "Sources/Libraries/CMemory"),
    .systemLibrary(name: "CSpawn", path: "Sources/Libraries/CSpawn"),
    .systemLibrary(
        name: "CZxcvbn", path: "Sources/Libraries/CZxcvbn", providers: [.apt(["libzxcvbn-dev"])]),
    library("CCurl", pkgConfig: "libcurl", package: "libcurl4-openssl-dev"),
    library("CJansson", pkgConfig: "jansson", package: "libjansson-dev"),
    library("CMicrohttpd", pkgConfig: "libmicrohttpd", package: "libmicrohttpd-dev"),
    library("COath", pkgConfig: "liboath", package: "liboath-dev"),
    library("COpenBLAS", pkgConfig: "openblas", package: "libopenblas-dev"),
    library("COpenSSL", pkgConfig: "libcrypto", package: "libssl-dev"),
    library("CPcre2", pkgConfig: "libpcre2-8", package: "libpcre2-dev"),
    library("CPostgres", pkgConfig: "libpq", package: "libpq-dev"),
    library("CQrencode", pkgConfig: "libqrencode", package: "libqrencode-dev"),
    library("CSodium", pkgConfig: "libsodium", package: "libsodium-dev"),
    library("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    .systemLibrary(
        name: "CStemmer", path: "Sources/Libraries/CStemmer", providers: [.apt(["libstemmer-dev"])]),
]

let engines: [Target] = [
    module("Statistics", on: .engines),
    module("Valuation", on: .engines, tables: ["discount-series.csv"]),
    module("Disclosure", on: .engines),
    module("Vocabulary", on: .engines, uses: ["COpenBLAS", "CPcre2", "CStemmer"]),
]

// A kit may import the kits above it in this list.
let kits: [Target] = [
    module("Configuration", on: .kits),
    module("CanonicalJSON", on: .kits, uses: ["CJansson"]),
    module("Crypto", on: .kits, uses: ["COath", "COpenSSL", "CSodium", "CZxcvbn"]),
    module("Tables", on: .kits),
    module("Words", on: .kits),
    module("HTML", on: .kits, uses: ["Words", "CQrencode"]),
    module("Storage", on: .kits, uses: ["CanonicalJSON", "Crypto", "CPostgres", "CSQLite"]),
    module("Backups", on: .kits, uses: ["CanonicalJSON", "Crypto", "Words", "Storage"]),
    module("Jobs", on: .kits, uses: ["CanonicalJSON", "Crypto", "Storage", "CMemory"]),
    module("Transfers", on: .kits, uses: ["Configuration", "Storage", "CCurl"]),
    module(
        "Mail", on: .kits,
        uses: ["Configuration", "CanonicalJSON", "Crypto", "Words", "Storage", "Jobs", "Transfers"]),
    module("Documents", on: .kits, uses: ["Configuration", "CanonicalJSON", "Words", "CSpawn"]),
    module("Charts", on: .kits, uses: ["CanonicalJSON"]),
    module(
        "Web", on: .kits,
        uses: [
            "Configuration", "CanonicalJSON", "Crypto", "Words", "HTML", "Storage", "Jobs", "Mail", "Documents",
            "CMicrohttpd",
        ]),
]

// A feature may import engines, kits and the features above it in this list. Nothing but the application imports Reading,
// Reckoning and Renderings: the features know them as a `WorkbookReader` and an `AccountMaker`, so that a change in how workbooks
// are read, figures worked out or accounts shown builds nothing of theirs again.
let features: [Target] = [
    module(
        "Lookup", on: .features,
        uses: ["Vocabulary", "CanonicalJSON", "Words", "HTML", "Storage", "Jobs", "Web"]),
    module(
        "Places", on: .features,
        uses: ["Vocabulary", "Configuration", "Crypto", "Words", "HTML", "Storage", "Web", "Lookup"]),
    module(
        "People", on: .features,
        uses: [
            "Configuration", "CanonicalJSON", "Crypto", "Words", "HTML", "Storage", "Jobs", "Transfers", "Mail", "Web",
            "Places",
        ]),
    module("Trail", on: .features, uses: ["CanonicalJSON", "Words", "HTML", "Storage", "Web", "Places"]),
    module(
        "Language", on: .features,
        uses: [
            "Vocabulary", "Configuration", "CanonicalJSON", "Crypto", "Words", "HTML", "Storage", "Jobs", "Documents",
            "Web", "Lookup", "Places", "Trail",
        ]),
    module("Measurement", on: .features, uses: ["Statistics", "Disclosure"]),
    module("Interchange", on: .features, uses: ["Valuation", "CanonicalJSON", "Words"]),
    module("ValueMaps", on: .features, uses: ["Valuation", "Documents"]),
    module(
        "Workbooks", on: .features,
        uses: ["Valuation", "CanonicalJSON", "Documents", "Words", "Measurement", "ValueMaps"]),
    module("Columns", on: .features, uses: ["Words", "Workbooks"]),
    module(
        "Reading", on: .features,
        uses: ["Valuation", "Words", "Documents", "Measurement", "ValueMaps", "Workbooks", "Columns"],
        tables: ["Participants/swemwbs-metric.csv"]),
    module(
        "Imports", on: .features,
        uses: [
            "Valuation", "Configuration", "CanonicalJSON", "Crypto", "Words", "HTML", "Storage", "Jobs", "Documents",
            "Web", "Lookup", "Places", "Trail", "Measurement", "ValueMaps", "Workbooks", "Columns",
        ]),
    module("Accounts", on: .features, uses: ["Statistics", "Valuation", "Disclosure", "Documents", "Words", "HTML"]),
    module(
        "Reckoning", on: .features,
        uses: [
            "Statistics", "Valuation", "Disclosure", "Documents", "Words", "Measurement", "ValueMaps", "Workbooks",
            "Accounts",
        ]),
    module(
        "Renderings", on: .features,
        uses: [
            "Statistics", "Valuation", "CanonicalJSON", "Words", "HTML", "Documents", "Charts", "Measurement",
            "Workbooks", "Accounts",
        ]),
    module(
        "Publishing", on: .features,
        uses: [
            "Valuation", "Disclosure", "Vocabulary", "Configuration", "CanonicalJSON", "Crypto", "Words", "HTML",
            "Storage", "Jobs", "Documents", "Web", "Lookup", "Places", "Workbooks", "Imports", "Accounts",
        ]),
    module(
        "Lenses", on: .features,
        uses: [
            "Valuation", "Vocabulary", "Configuration", "CanonicalJSON", "Crypto", "Words", "HTML", "Storage",
            "Documents", "Web", "Lookup", "Imports", "Accounts", "Renderings", "Publishing",
        ]),
    module(
        "Retention", on: .features,
        uses: [
            "Configuration", "CanonicalJSON", "Words", "HTML", "Storage", "Jobs", "Mail", "Web", "Places", "People",
            "Language", "Imports", "Publishing",
        ]),
]

let application: [Target] = [
    module(
        "InsideOutcomes", on: .application,
        uses: [
            "Configuration", "CanonicalJSON", "Crypto", "Words", "HTML", "Storage", "Backups", "Jobs", "Transfers",
            "Mail", "Documents", "Web", "Lookup", "Places", "People", "Trail", "Language", "Workbooks", "Reading",
            "Imports", "Accounts", "Reckoning", "Renderings", "Publishing", "Lenses", "Vocabulary", "Retention",
        ]),
    .executableTarget(
        name: "outcomes",
        dependencies: [
            "InsideOutcomes", "Vocabulary", "Language", "Valuation", "Configuration", "CanonicalJSON", "Crypto",
            "Tables", "Words", "Backups", "Documents", "Web",
            "Interchange", "ValueMaps", "Workbooks", "Reading", "Accounts", "Reckoning", "Renderings",
        ],
        path: "Sources/Application/outcomes", swiftSettings: settings),
]

/// What tests share: peer programs to run beside ours, random numbers that can be repeated. No product code imports it.
let peers: Target = .target(name: "Peers", path: "Tests/Peers", swiftSettings: settings)

/// What tests put in the place of something slow or large: a document worker that does nothing, workbooks written by hand.
let standIns: Target = .target(
    name: "StandIns", dependencies: ["CanonicalJSON", "Documents"], path: "Tests/StandIns", swiftSettings: settings)

/// What tests keep things in: a store of their own, of each kind of database.
let drivers: Target = .target(
    name: "Drivers", dependencies: ["Crypto", "Storage"], path: "Tests/Drivers", swiftSettings: settings)

/// What tests make accounts of: the real programme and small made-up workbooks, as they are after understanding.
let examples: Target = .target(
    name: "Examples",
    dependencies: ["Accounts", "Documents", "Measurement", "Valuation", "ValueMaps", "Words", "Workbooks"],
    path: "Tests/Examples", swiftSettings: settings)

/// What the fault tests kill while it writes.
let faultWriter: Target = .executableTarget(
    name: "FaultWriter", dependencies: ["Backups", "Storage"], path: "Tests/FaultWriter", swiftSettings: settings)

let suites: [Target] = [
    tests(of: "Accounts", also: ["Words"]),
    tests(
        of: "Reckoning", also: ["Accounts", "Documents", "Examples", "Measurement", "ValueMaps", "Words", "Workbooks"]),
    tests(
        of: "Renderings", also: ["Accounts", "CanonicalJSON", "Documents", "Examples", "HTML", "Reckoning", "Words"]),
    tests(of: "Publishing", also: ["CanonicalJSON"]),
    tests(
        of: "Lenses",
        also: [
            "Accounts", "CanonicalJSON", "Documents", "Examples", "HTML", "Peers", "Reckoning", "Renderings",
            "ValueMaps",
            "Vocabulary", "Words",
        ]),
    tests(of: "CanonicalJSON", also: ["Peers"]),
    tests(of: "Statistics", also: ["Peers"]),
    tests(of: "Valuation", also: ["Peers"]),
    tests(of: "Disclosure", also: ["Peers"]),
    tests(of: "Vocabulary", also: ["Peers"]),
    tests(of: "Language", also: ["CanonicalJSON", "Documents", "Vocabulary", "Web", "Words"]),
    tests(of: "Configuration"),
    tests(of: "Web", also: ["Configuration", "Crypto", "Words", "HTML"]),
    tests(of: "Documents", also: ["CanonicalJSON", "Words"]),
    tests(of: "Charts", also: ["CanonicalJSON"]),
    tests(of: "Workbooks", also: ["Words"]),
    tests(
        of: "Reading",
        also: ["Columns", "Documents", "Measurement", "ValueMaps", "Valuation", "Words", "Workbooks", "StandIns"],
        fixtures: ["Fixtures"]),
    tests(of: "Imports", also: ["Web", "Documents", "HTML", "Workbooks", "Reading", "StandIns", "Words"]),
    tests(of: "Lookup", also: ["Vocabulary", "Drivers", "Storage"]),
    tests(of: "Places", also: ["HTML", "Web", "Words"]),
    tests(of: "People", also: ["CanonicalJSON", "Places", "Web"], fixtures: ["Fixtures"]),
    tests(of: "Trail", also: ["CanonicalJSON", "Storage"]),
    tests(
        of: "InsideOutcomes",
        also: [
            "Peers", "Configuration", "CanonicalJSON", "Crypto", "Documents", "Workbooks", "Imports", "Jobs",
            "Drivers", "Language", "Lookup", "People", "Places", "Trail", "Publishing", "Reading", "Retention",
            "StandIns",
            "Storage",
            "ValueMaps", "Web",
            "Vocabulary", "Words",
        ]),
    tests(of: "Tables"),
    tests(of: "Words"),
    tests(of: "HTML", also: ["Words"]),
    tests(of: "Crypto"),
    tests(of: "Storage", also: ["CanonicalJSON", "Crypto", "Drivers"]),
    tests(of: "Backups", also: ["CanonicalJSON", "Crypto", "Drivers", "Storage"]),
    tests(of: "Interchange", also: ["Peers", "Valuation", "CanonicalJSON", "Words"]),
    tests(of: "Columns", also: ["Workbooks"]),
    tests(of: "outcomes", also: ["CanonicalJSON", "Configuration", "Words"]),
    tests(of: "Mail", also: ["CanonicalJSON", "Configuration", "Crypto", "Drivers", "Jobs", "Storage", "Words"]),
    tests(of: "Jobs", also: ["CanonicalJSON", "Drivers", "Storage"]),
]

/// Writes small rows as fast as the store takes them, for bench/store.py.
let storeWriter: Target = .executableTarget(
    name: "StoreWriter", dependencies: ["Storage"], path: "bench/StoreWriter", exclude: ["peer.c"],
    swiftSettings: settings)

/// Searches a large vocabulary, in memory and in a store, for bench/search.py.
let termSearcher: Target = .executableTarget(
    name: "TermSearcher", dependencies: ["Vocabulary", "Storage", "Lookup"], path: "bench/TermSearcher",
    swiftSettings: settings)

let package = Package(
    name: "inside-outcomes",
    targets: libraries + engines + kits + features + application + [
        peers, standIns, drivers, examples, faultWriter, storeWriter,
        termSearcher,
    ]
        + suites,
    swiftLanguageModes: [.v6]
)
