import CanonicalJSON
import Configuration
import FoundationEssentials
import HTML
import Jobs
import Places
import Storage
import Vocabulary
import Web
import Words

extension LanguageRoutes {
    /// So many files of an organisation may wait, and so many of the place's own.
    private static let mostWaiting = 5

    func askForFile(_ request: Request) async throws -> Reply {
        let page = loadPage(request)
        return self.page(page.title, page.body, request)
    }

    private func loadPage(_ request: Request) -> LoadPage {
        LoadPage(
            limit: services.settings.uploadLimit / 1_000_000, offersOurs: request.reader.may(.keepLanguage),
            tokenField: request.formTokenField)
    }

    /// Whose list it becomes; nil for the place's own.
    private func owner(_ request: Request) -> String? {
        request.reader.may(.keepLanguage) ? nil : request.reader.organisation?.id
    }

    func load(_ request: Request) async throws -> Reply {
        var page = loadPage(request)
        guard let file = request.form.file("file") else {
            page.fault = "No file was chosen, or it is empty."
            return self.page(page.title, page.body, request, status: 422)
        }
        guard file.size <= services.settings.uploadLimit else {
            page.fault = "The file is larger than we take."
            return self.page(page.title, page.body, request, status: 422)
        }
        do throws(JobError) {
            return .redirect(to: LanguagePath.loading(try await enqueue(file, request)).url)
        } catch {
            switch error {
            case .tooMany:
                page.fault = "Other files wait to be read."
                return self.page(page.title, page.body, request, status: 503)
            case .storage(let problem): throw problem
            case .tooLarge: throw error
            }
        }
    }

    func loadOurs(_ request: Request) async throws -> Reply {
        let id = try await LoadThesaurusJob(services, place: place.id).orderOurs()
        return .redirect(to: LanguagePath.loading(id).url)
    }

    /// The job and its file, both or neither.
    private func enqueue(_ file: UploadedFile, _ request: Request) async throws(JobError) -> String {
        let renews = request.form.text("renews", most: 5) == "yes"
        let id = try await database.transaction(throwing: JobError.self) { transaction in
            let waiting = try await services.files.waiting(
                LoadThesaurusJob.fileName, place: place.id, of: owner(request), in: transaction)
            guard waiting < Self.mostWaiting else { throw JobError.tooMany }
            let id = try await services.jobs.enqueue(
                LoadThesaurusJob.kind, ["name": .string(file.name), "renews": .bool(renews)], place: place.id,
                owner: owner(request), in: transaction)
            try await services.files.keep(
                fileAt: file.scratch.path, as: LoadThesaurusJob.fileName, of: id, place: place.id,
                at: services.clock(), in: transaction)
            return id
        }
        services.jobs.wake()
        return id
    }

    func showLoading(_ request: Request) async throws -> Reply {
        let id = request.parameters["id"] ?? ""
        guard
            let job = try await services.jobs.job(id, in: place.id, finishedWithin: .milliseconds(500)),
            isOwn(job, request)
        else { throw Problem.notFound }
        let page = LoadingPage(job: job, tokenField: request.formTokenField)
        return request.page(frame(page.title, request, page.body), about: job)
    }

    private func isOwn(_ job: Job, _ request: Request) -> Bool {
        job.kind == LoadThesaurusJob.kind
            && (request.reader.may(.keepLanguage)
                || job.owner != nil && job.owner == request.reader.organisation?.id)
    }

    func stopLoading(_ request: Request) async throws -> Reply {
        let id = request.parameters["id"] ?? ""
        guard let job = try await services.jobs.job(id, in: place.id), isOwn(job, request) else {
            throw Problem.notFound
        }
        _ = try await services.jobs.cancel(id, in: place.id)
        try await services.files.remove(LoadThesaurusJob.fileName, of: id, place: place.id)
        return .redirect(to: LanguagePath.loading(id).url)
    }
}
