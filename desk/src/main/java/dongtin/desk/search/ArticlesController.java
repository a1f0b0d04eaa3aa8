package dongtin.desk.search;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The query API. */
@RestController
class ArticlesController {

    private final ArticleSearch articles;

    ArticlesController(ArticleSearch articles) {
        this.articles = articles;
    }

    @GetMapping("/v1/articles")
    Found find(Parameters typed) {
        return articles.find(Question.of(typed));
    }

    @GetMapping("/v1/articles/{id}")
    Article article(@PathVariable String id) {
        return articles.article(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "no article with this id that readers may see"));
    }

    @ExceptionHandler
    ProblemDetail badParameter(BadParameter bad) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.getMessage());
        problem.setTitle("Bad parameter");
        problem.setProperty("parameter", bad.parameter());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> indexAway(IndexAway away) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, away.getMessage() + "; ask again in a few seconds");
        return ResponseEntity.of(problem)
                .header("Retry-After", IndexAway.RETRY_AFTER)
                .build();
    }
}
