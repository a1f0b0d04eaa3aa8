package dongtin.desk.page;

import dongtin.desk.search.Article;
import dongtin.desk.search.ArticleSearch;
import dongtin.desk.search.BadParameter;
import dongtin.desk.search.IndexAway;
import dongtin.desk.search.Parameters;
import dongtin.desk.search.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages. */
@Controller
class PageController {

    private final ArticleSearch articles;

    PageController(ArticleSearch articles) {
        this.articles = articles;
    }

    @GetMapping("/")
    String search(Parameters typed, Model model, HttpServletResponse response) {
        model.addAttribute("typed", typed);
        try {
            model.addAttribute("page", SearchPage.of(typed, articles.find(Question.of(typed))));
        } catch (BadParameter e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("mistake", Problems.inVietnamese(e));
        }
        return "desk/search";
    }

    @GetMapping("/articles/{id}")
    ModelAndView article(@PathVariable String id) {
        Optional<Article> found = articles.article(id);
        if (found.isEmpty()) {
            return Problems.NOT_FOUND.page();
        }
        var page = new ModelAndView("desk/article");
        page.addObject("article", found.get());
        page.addObject("text", MarkedText.of(found.get()));
        page.addObject("published", new Moment(found.get().published()));
        return page;
    }

    @ExceptionHandler
    ModelAndView indexAway(IndexAway away, HttpServletResponse response) {
        response.setHeader("Retry-After", IndexAway.RETRY_AFTER);
        return Problems.INDEX_AWAY.page();
    }
}
